-- AlterTable
-- A second factor is written when its first digits were typed back, and not before.
DELETE FROM "second_factor" WHERE "confirmed_at" IS NULL;
ALTER TABLE "second_factor" DROP COLUMN "confirmed_at";
