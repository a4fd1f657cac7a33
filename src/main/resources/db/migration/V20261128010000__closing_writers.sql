-- SPDX-License-Identifier: EUPL-1.2
-- Of a closing that was reported each part may be written anew by another host than who closed: who that was, null where it is who closed.
alter table dilemma add column works_by uuid null references person (id);
alter table dilemma add column next_step_by uuid null references person (id);
alter table dilemma add column still_open_by uuid null references person (id);
