-- SPDX-License-Identifier: EUPL-1.2
-- Who needs an account of her municipality, until Keycloak was asked. The row goes once it has answered.
create table account_invitation (
  id                uuid         not null primary key,
  municipality_code char(6)      not null references municipality (code),
  email             varchar(254) not null,
  asked_at          datetime(6)  not null,
  next_attempt_at   datetime(6)  not null,
  attempts          int          not null,
  unique (municipality_code, email),
  key (next_attempt_at)
);
