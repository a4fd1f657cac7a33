-- SPDX-License-Identifier: EUPL-1.2
-- Who of a seat was last seen writing its reflection, so that colleagues do not write over each other.
create table reflection_presence (
  seat_id   uuid        not null references seat (id),
  person_id uuid        not null references person (id),
  seen_at   datetime(6) not null,
  primary key (seat_id, person_id)
);
