-- What changes between the older copy and the one that is damaged.
UPDATE matrix.stale_page SET note = 'changed since' WHERE id = 200;
UPDATE matrix.stale_file SET note = 'changed since' WHERE id = 200;
CREATE TABLE matrix.fresh (id int PRIMARY KEY, note text NOT NULL) WITH (autovacuum_enabled = false);
INSERT INTO matrix.fresh SELECT n, md5(n::text) FROM generate_series(1, 100) n;
