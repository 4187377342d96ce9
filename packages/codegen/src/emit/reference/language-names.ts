/** The languages of the standard by their own names. */
export const languageNames = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  nl: 'Nederlands',
  ht: 'Kreyòl ayisyen',
} as const;
