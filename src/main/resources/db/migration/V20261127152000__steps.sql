-- SPDX-License-Identifier: EUPL-1.2
-- A small next step of one seat, with an owner, a date and what came of it.
create table step (
  id          uuid        not null primary key,
  dilemma_id  uuid        not null references dilemma (id),
  seat_id     uuid        not null references seat (id),
  author_id   uuid        not null references person (id),
  written_by  uuid        not null references person (id), -- who wrote its text last
  owner_id    uuid        not null references person (id),
  text        mediumtext  not null,
  due_on      date        not null,
  from_mirror uuid        null references contribution (id), -- the reflection in whose mirror it began
  outcome     varchar(20) null,
  report      mediumtext  null,
  reported_by uuid        null references person (id),
  reported_at datetime(6) null,
  created_at  datetime(6) not null,
  version     int         not null,
  key (dilemma_id),
  key (seat_id),
  key (owner_id),
  key (written_by),
  key (reported_by)
);
