#!/bin/sh
# Run once by the official image on an empty data directory: a database for each node, with a role that owns the schema
# `public` of this database and nothing else. The same rule as PostgresServer.createDatabase.
set -eu

for country in ee fi lt lv no se; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v node="oots_$country" -v password="$NODE_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"node" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE :"node" TEMPLATE template0;
REVOKE ALL ON DATABASE :"node" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"node" TO :"node";
\connect :"node"
ALTER SCHEMA public OWNER TO :"node";
SQL
done
