INSERT INTO courses (id, slug, title, level, tags, price, runs, syllabus, metadata, published_at)
SELECT n, 'course-' || n, initcap(pg_temp.word(n, 1)) || ' ' || pg_temp.word(n, 2) || ' ' || n,
       (enum_range(NULL::level))[1 + pg_temp.pick(n, 3, 3)],
       ARRAY[pg_temp.word(n, 4), pg_temp.word(n, 5)],
       pg_temp.pick(n, 6, 99999)::numeric / 100,
       daterange(date '2025-01-01' + pg_temp.pick(n, 7, 300)::int, date '2025-12-01' + pg_temp.pick(n, 8, 300)::int),
       pg_temp.prose(n, 9, 100 + pg_temp.pick(n, 10, 200)),
       jsonb_build_object('hours', pg_temp.pick(n, 11, 80), 'topics', jsonb_build_array(pg_temp.word(n, 12), pg_temp.word(n, 13)), 'remote', n % 2 = 0),
       CASE WHEN n % 7 <> 0 THEN pg_temp.moment(n, 14) END
FROM generate_series(1, pg_temp.rows_of('courses')) n;

INSERT INTO students (id, email, full_name, country, born, credit, scores, preferences, referral, last_address, registered_at, last_seen_at)
SELECT n, 'student' || n || '@example.org', initcap(pg_temp.word(n, 20)) || ' ' || initcap(pg_temp.word(n, 21)),
       ('{DE,FR,PL,US,IN,BR,JP,NG}'::text[])[1 + pg_temp.pick(n, 22, 8)],
       date '1960-01-01' + pg_temp.pick(n, 23, 17000)::int,
       (pg_temp.pick(n, 24, 2000000) - 1000000)::numeric / 10000,
       ARRAY[pg_temp.pick(n, 25, 100), pg_temp.pick(n, 26, 100), NULL]::int[],
       jsonb_build_object('language', pg_temp.word(n, 27), 'newsletter', n % 3 = 0),
       CASE WHEN n % 5 = 0 THEN md5(n || ':' || pg_temp.pick(n, 28, 1000000))::uuid END,
       ('10.' || pg_temp.pick(n, 29, 256) || '.' || pg_temp.pick(n, 30, 256) || '.' || n % 256)::inet,
       pg_temp.moment(n, 31), CASE WHEN n % 4 <> 0 THEN pg_temp.moment(n, 32) END
FROM generate_series(1, pg_temp.rows_of('students')) n;

INSERT INTO homework (id, course_id, title, points, bonus, allowed, rubric, due_at)
SELECT n, 1 + pg_temp.pick(n, 40, pg_temp.rows_of('courses')), 'Exercise ' || n || ': ' || pg_temp.word(n, 41),
       10 + pg_temp.pick(n, 42, 9000)::numeric / 100, pg_temp.pick(n, 43, 500)::numeric / 100, (1 + pg_temp.pick(n, 44, 40)) * interval '6 hours',
       jsonb_build_object('criteria', jsonb_build_array(pg_temp.word(n, 45), pg_temp.word(n, 46)), 'weight', pg_temp.pick(n, 47, 10)),
       pg_temp.moment(n, 48)
FROM generate_series(1, pg_temp.rows_of('homework')) n;

INSERT INTO submissions (id, submitted_at, homework_id, student_id, state, grade, answers, attachments)
SELECT n, pg_temp.moment(n, 50), 1 + pg_temp.pick(n, 51, pg_temp.rows_of('homework')), 1 + pg_temp.pick(n, 52, pg_temp.rows_of('students')),
       (enum_range(NULL::submission_state))[1 + pg_temp.pick(n, 53, 5)],
       CASE WHEN n % 3 <> 0 THEN pg_temp.pick(n, 54, 10001)::numeric / 100 END,
       jsonb_build_object('q1', pg_temp.word(n, 55), 'q2', pg_temp.pick(n, 56, 1000)),
       CASE WHEN n % 10 = 0 THEN ARRAY['file-' || n || '.pdf', 'größe.txt'] END
FROM generate_series(1, pg_temp.rows_of('submissions')) n;

INSERT INTO projects (id, student_id, course_id, title, report, archive, settings, updated_at)
SELECT n, 1 + pg_temp.pick(n, 60, pg_temp.rows_of('students')), 1 + pg_temp.pick(n, 61, pg_temp.rows_of('courses')),
       'Project ' || pg_temp.word(n, 62) || ' ' || n,
       pg_temp.prose(n, 63, CASE WHEN n % 40 = 0 THEN 400 ELSE 3 END),
       CASE WHEN n % 25 = 0 THEN convert_to(pg_temp.prose(n, 64, 120), 'UTF8') END,
       jsonb_build_object('public', n % 2 = 0, 'stars', pg_temp.pick(n, 65, 50)), pg_temp.moment(n, 66)
FROM generate_series(1, pg_temp.rows_of('projects')) n;

INSERT INTO leaderboard (student_id, course_id, points, badges, changed_at)
SELECT n, 1 + pg_temp.pick(n, 70, pg_temp.rows_of('courses')), pg_temp.pick(n, 71, 1000000),
       CASE WHEN n % 9 = 0 THEN ARRAY[pg_temp.word(n, 72)] ELSE '{}' END, pg_temp.moment(n, 73)
FROM generate_series(1, pg_temp.rows_of('leaderboard')) n;

INSERT INTO certificates
SELECT n, n, lo_from_bytea((500000 + n)::oid, convert_to(pg_temp.prose(n, 80, 150), 'UTF8')) FROM generate_series(1, 12) n;

INSERT INTO sessions SELECT md5('session' || n)::uuid, n, pg_temp.moment(n, 81) FROM generate_series(1, 200) n;

INSERT INTO "AuditTrail"
SELECT n, pg_temp.word(n, 82), jsonb_build_object('was', pg_temp.pick(n, 83, 100)), repeat('é', (n % 50)::int) FROM generate_series(1, 500) n;

INSERT INTO "Übungen"."Größe & Maß"
SELECT n, CASE n WHEN 1 THEN 'NaN' WHEN 2 THEN '-Infinity' WHEN 3 THEN '-0' ELSE pg_temp.pick(n, 84, 1000000) / 7.0 END,
       CASE WHEN n % 2 = 0 THEN '备注 ' || pg_temp.word(n, 85) END
FROM generate_series(1, 100) n;

-- As in a table that has lived: dead rows, and rows that moved.
UPDATE leaderboard SET points = points + 1 WHERE student_id % 20 = 0;
DELETE FROM submissions WHERE id % 100 = 99;

SELECT setval(pg_get_serial_sequence(t, 'id'), pg_temp.rows_of(t)) FROM unnest('{courses,students,homework,submissions,projects}'::text[]) t;
SELECT setval('ticket_number', 4000 + pg_temp.pick(1, 90, 100) * 10);
REFRESH MATERIALIZED VIEW course_statistics;
