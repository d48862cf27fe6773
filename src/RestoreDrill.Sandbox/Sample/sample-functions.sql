-- Seeded arithmetic; the functions go with the session. Settings sample.seed and sample.<table> (row counts) are set by the caller.
SET max_parallel_workers_per_gather = 0;
SET client_min_messages = warning;

-- A number in 0 .. bound-1 that depends on row, purpose and seed alone.
CREATE FUNCTION pg_temp.pick(row_number bigint, purpose int, bound bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT (hashint8extended(row_number, current_setting('sample.seed')::bigint * 1000 + purpose) & 9223372036854775807) % bound
$$;

CREATE FUNCTION pg_temp.rows_of(table_name text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT current_setting('sample.' || table_name)::bigint
$$;

CREATE FUNCTION pg_temp.word(row_number bigint, purpose int) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT ('{graph,matrix,parser,kernel,ledger,signal,vector,tensor,cursor,socket,packet,schema,größe,naïve,данные,数据,señal,λ-term,Straße,🎓}'::text[])
        [1 + pg_temp.pick(row_number, purpose, 20)]
$$;

-- About 33 characters per part, which do not compress: long ones are stored out of line.
CREATE FUNCTION pg_temp.prose(row_number bigint, purpose int, parts bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(md5(pg_temp.pick(row_number * 100000 + part, purpose, 9223372036854775807)::text), ' ' ORDER BY part)
    FROM generate_series(1, parts) part
$$;

CREATE FUNCTION pg_temp.moment(row_number bigint, purpose int) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT timestamptz '2025-01-01 00:00:00+00' + pg_temp.pick(row_number, purpose, 31536000000000) * interval '1 microsecond'
$$;
