// SPDX-License-Identifier: EUPL-1.2
package nl.klankbord.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import nl.klankbord.identity.Actor;
import nl.klankbord.programme.Audit;
import nl.klankbord.programme.AuditKind;
import nl.klankbord.shared.Decision;
import nl.klankbord.shared.Outcome;

/** Hands a municipality what its people let it have; every programme it comes from writes that down. */
@ApplicationScoped
public class ExportRecords {
    @Inject
    EntityManager em;
    @Inject
    RecordFinder records;
    @Inject
    Audit audit;

    /** @param names whether it says who wrote what */
    @Transactional
    public Outcome<List<Dossier>> take(Actor actor, String code, boolean names) {
        Decision decision = records.decide(actor, code);
        if (!decision.granted()) {
            return Outcome.denied(decision);
        }
        List<Dossier> dossiers = records.all(code, names);
        if (!dossiers.isEmpty()) {
            em.createQuery("select distinct d.programmeId from Dilemma d where d.id in :ids", UUID.class).setParameter("ids", dossiers.stream().map(Dossier::dilemmaId).toList()).getResultList()
                    .forEach(programme -> audit.note(actor, Audit.Deed.of(AuditKind.RECORDS_EXPORTED, programme, programme)));
        }
        return Outcome.done(dossiers);
    }
}
