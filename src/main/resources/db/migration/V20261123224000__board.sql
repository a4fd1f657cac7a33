-- SPDX-License-Identifier: EUPL-1.2
-- Since when a seat's host, and then its invited, are asked; unknown of seats from before.
alter table seat add column asked_at datetime(6) null after reason;
-- That a seat was reminded of something on a day, which happens once.
create table reminder (
  id          uuid        not null primary key,
  dilemma_id  uuid        not null references dilemma (id),
  seat_id     uuid        not null references seat (id),
  what        varchar(40) not null,
  day         date        not null, -- in Amsterdam
  reminded_by uuid        not null references person (id),
  reminded_at datetime(6) not null,
  unique (dilemma_id, seat_id, what, day)
);
