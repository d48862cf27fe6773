CREATE TYPE invoice_state AS ENUM ('open', 'paid', 'void');
CREATE TABLE customers (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    vat_number text,
    address jsonb NOT NULL
);
CREATE TABLE invoices (
    number text PRIMARY KEY,
    customer_id int NOT NULL REFERENCES customers,
    state invoice_state NOT NULL,
    net numeric(12, 2) NOT NULL,
    vat_rate numeric(4, 3) NOT NULL,
    gross numeric(14, 2) GENERATED ALWAYS AS (round(net * (1 + vat_rate), 2)) STORED,
    issued_at timestamptz NOT NULL
);
CREATE TABLE payments (id bigserial PRIMARY KEY, invoice text NOT NULL REFERENCES invoices, amount numeric(14, 2) NOT NULL, received_at timestamptz NOT NULL);
CREATE SEQUENCE invoice_number;
GRANT SELECT ON invoices TO reporting;

INSERT INTO customers (name, vat_number, address)
SELECT initcap(pg_temp.word(n, 1)) || ' & ' || initcap(pg_temp.word(n, 2)), CASE WHEN n % 2 = 0 THEN 'DE' || 100000000 + n END,
       jsonb_build_object('city', pg_temp.word(n, 3), 'zip', lpad(pg_temp.pick(n, 4, 100000)::text, 5, '0'))
FROM generate_series(1, greatest(pg_temp.rows_of('invoices') / 10, 1)) n;

INSERT INTO invoices (number, customer_id, state, net, vat_rate, issued_at)
SELECT 'R-' || lpad(nextval('invoice_number')::text, 8, '0'), 1 + pg_temp.pick(n, 5, greatest(pg_temp.rows_of('invoices') / 10, 1)),
       (enum_range(NULL::invoice_state))[1 + pg_temp.pick(n, 6, 3)], pg_temp.pick(n, 7, 1000000)::numeric / 100,
       CASE WHEN n % 6 = 0 THEN 0.07 ELSE 0.19 END, pg_temp.moment(n, 8)
FROM generate_series(1, pg_temp.rows_of('invoices')) n;

INSERT INTO payments (invoice, amount, received_at)
SELECT number, gross, issued_at + interval '14 days' FROM invoices WHERE state = 'paid' ORDER BY number;
