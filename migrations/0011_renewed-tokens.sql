ALTER TABLE "sessions" ADD COLUMN "renewal_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "replaced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_replaced_once" CHECK (not ("sessions"."renewal_due" and "sessions"."replaced_at" is not null));