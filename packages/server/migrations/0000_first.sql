CREATE TABLE "assertions" (
	"country" text NOT NULL,
	"agency" text NOT NULL,
	"jti_digest" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assertions_country_agency_jti_digest_pk" PRIMARY KEY("country","agency","jti_digest")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"country" text NOT NULL,
	"agency" text NOT NULL,
	"sequence" bigint NOT NULL,
	"source_country" text NOT NULL,
	"source_agency" text NOT NULL,
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"sender_country" text NOT NULL,
	"sender_agency" text NOT NULL,
	"parcel" text NOT NULL,
	"purpose" text NOT NULL,
	"agreement" text NOT NULL,
	"agreement_version" integer NOT NULL,
	"clause" text NOT NULL,
	CONSTRAINT "deliveries_country_agency_sequence_pk" PRIMARY KEY("country","agency","sequence"),
	CONSTRAINT "deliveries_once" UNIQUE("country","agency","source_country","source_agency","id","revision")
);
--> statement-breakpoint
CREATE TABLE "delivery_counters" (
	"country" text NOT NULL,
	"agency" text NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "delivery_counters_country_agency_pk" PRIMARY KEY("country","agency")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"country" text NOT NULL,
	"agency" text NOT NULL,
	"key_digest" text NOT NULL,
	"salt" text NOT NULL,
	"body_digest" text NOT NULL,
	"response" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_country_agency_key_digest_pk" PRIMARY KEY("country","agency","key_digest")
);
--> statement-breakpoint
CREATE TABLE "lives" (
	"country" text NOT NULL,
	"node" text NOT NULL,
	"epoch" text NOT NULL,
	CONSTRAINT "lives_country_node_pk" PRIMARY KEY("country","node")
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"country" text NOT NULL,
	"agency" text NOT NULL,
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"place" integer NOT NULL,
	"content" jsonb NOT NULL,
	"salt" text NOT NULL,
	"digest" text NOT NULL,
	"key_id" text NOT NULL,
	"algorithm" text NOT NULL,
	"jws" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quarantine_country_agency_id_revision_place_pk" PRIMARY KEY("country","agency","id","revision","place")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"country" text NOT NULL,
	"agency" text NOT NULL,
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"type" text NOT NULL,
	"level" text NOT NULL,
	"content" jsonb NOT NULL,
	"salt" text NOT NULL,
	"digest" text NOT NULL,
	"key_id" text NOT NULL,
	"algorithm" text NOT NULL,
	"jws" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "records_country_agency_id_revision_pk" PRIMARY KEY("country","agency","id","revision")
);
