-- SPDX-License-Identifier: EUPL-1.2
-- For which municipality a coordinator thinks that somebody speaks. It gives nothing by itself: those who administer that municipality say so.
alter table membership add column proposed_municipality char(6) null references municipality (code);
alter table membership add column confirmed_at datetime(6) null;
alter table membership add key (proposed_municipality);

-- Who may have no account and gets a personal link to make one, until Keycloak was asked. The row goes once it has answered.
create table account_link (
  id              uuid         not null primary key,
  email           varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  asked_at        datetime(6)  not null,
  next_attempt_at datetime(6)  not null,
  attempts        int          not null,
  unique (email),
  key (next_attempt_at)
);
