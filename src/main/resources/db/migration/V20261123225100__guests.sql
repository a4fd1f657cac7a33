-- SPDX-License-Identifier: EUPL-1.2
-- A guest is a person without an account, for one seat.
alter table person add column guest boolean not null default false;
alter table seat
  add column guest_id uuid null references person (id),
  add column voice varchar(20) null; -- PROVIDER, RESIDENT, NATIONAL, OTHER

-- What a guest comes in with: a link of a mail that works once, or the cookie it was changed for. Only a digest is kept.
create table guest_pass (
  id         uuid        not null primary key,
  person_id  uuid        not null references person (id),
  kind       varchar(10) not null, -- LINK, COOKIE
  digest     char(64)    not null unique,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  ended_at   datetime(6) null, -- used, or taken back
  key (person_id, kind)
);
