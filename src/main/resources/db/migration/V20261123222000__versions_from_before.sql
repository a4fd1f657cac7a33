-- SPDX-License-Identifier: EUPL-1.2
-- What was submitted before versions were kept: its text as it is now is its first version.
insert into dilemma_version (id, dilemma_id, kind, canvas, written_by, written_at)
select uuid(), d.id, 'SUBMITTED', d.canvas, min(m.moved_by), min(m.moved_at)
from dilemma d join dilemma_move m on m.dilemma_id = d.id and m.to_phase = 'SUBMITTED' and m.moved_by is not null
where not exists (select 1 from dilemma_version v where v.dilemma_id = d.id and v.kind = 'SUBMITTED')
group by d.id, d.canvas;
