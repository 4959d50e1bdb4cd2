DROP INDEX "messages_unread";--> statement-breakpoint
CREATE INDEX "messages_by_author" ON "messages" USING btree ("author_id","thread_id","position");--> statement-breakpoint
CREATE INDEX "messages_deleted" ON "messages" USING btree ("thread_id","position") WHERE deleted_at is not null;