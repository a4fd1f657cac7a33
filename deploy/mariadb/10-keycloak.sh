# SPDX-License-Identifier: EUPL-1.2
# A database of its own for Keycloak. The MariaDB image reads this file once, while its volume is still empty. Keep it
# not executable: only then is it read by the image's own script, which lends it docker_process_sql.

# A quote or backslash in the password would end or change the SQL string.
keycloak_password=${KEYCLOAK_DB_PASSWORD//\\/\\\\}
keycloak_password=${keycloak_password//\'/\'\'}

docker_process_sql <<SQL
CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER 'keycloak'@'%' IDENTIFIED BY '$keycloak_password';
GRANT ALL PRIVILEGES ON keycloak.* TO 'keycloak'@'%';
SQL

unset keycloak_password
