-- SPDX-License-Identifier: EUPL-1.2
-- Who sits in for somebody who is away. Both go when the absence is over.
alter table person add column replacement_id uuid null references person (id);
alter table person add column replacement_reads boolean not null default false; -- whether the colleague reads what was written before

create table stand_in (
  seat_id      uuid        not null references seat (id),
  absent_id    uuid        not null references person (id),
  colleague_id uuid        not null references person (id),
  dilemma_id   uuid        not null references dilemma (id),
  asked_at     datetime(6) not null,
  over_at      datetime(6) null, -- the absence is over; who still sits there is told so for a while
  primary key (seat_id, absent_id, colleague_id),
  key (colleague_id, over_at)
);
