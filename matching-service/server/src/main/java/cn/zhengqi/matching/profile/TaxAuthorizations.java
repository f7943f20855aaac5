package cn.zhengqi.matching.profile;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.engine.FactCheck;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tax data comes with an authorization and goes with it. Whether the enterprise allows its use at all is for the consent centre
 * of enterprise-code-service to say: authorizing here grants the consent there, and its withdrawal there ends the authorization.
 * What is consented to there is fetched by itself.
 */
@Service
class TaxAuthorizations {

    private static final Logger LOG = LoggerFactory.getLogger(TaxAuthorizations.class);

    private static final int AUTHORIZED_MONTHS = 12;

    /** What consents to tax data are given for. */
    private static final String PURPOSE = "政策与贷款产品匹配";

    private final FactStore store;
    private final Optional<TaxData> taxData;
    private final TaxConsents consents;
    private final TaxDues dues;
    private final AuditTrail audit;
    private final ApplicationEventPublisher inside;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaxAuthorizations(
            FactStore store,
            Optional<TaxData> taxData,
            TaxConsents consents,
            TaxDues dues,
            AuditTrail audit,
            ApplicationEventPublisher inside,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.taxData = taxData;
        this.consents = consents;
        this.dues = dues;
        this.audit = audit;
        this.inside = inside;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Authorized(String purpose, LocalDate validUntil) {}

    /** The person who speaks for the enterprise. */
    record Person(UUID id, String name) {}

    /**
     * Has the consent granted, and only then fetches and keeps: nobody is asked for tax data of an enterprise that has allowed nothing yet. What fails after
     * that leaves no new consent without its data, as far as {@link TaxConsents} knows. What rests on the same consent and came today is not fetched again.
     *
     * @throws ProblemException SERVICE_UNAVAILABLE without a source of tax data, or while the consent centre does not answer
     */
    void authorize(UUID enterprise, String purpose, Person person) {
        // Others are asked before the transaction: no connection is held while they think.
        TaxData source =
                taxData.orElseThrow(() -> new ProblemException(CommonProblem.SERVICE_UNAVAILABLE, "涉税数据源尚未接入，暂不能授权取数"));
        FactStore.Enterprise who = store.enterprise(enterprise);
        // The consent centre says when it was granted, not when its end was moved last: its answer is no older than
        // what was heard before it was asked.
        Optional<TaxConsents.Consented> heard = lastHeard(enterprise);
        try {
            TaxConsents.Consented consented = consents.grant(enterprise, person).notBefore(heard);
            if (isOfToday(enterprise, consented)) {
                consents.kept(enterprise);
                return;
            }
            Fetched fetched = fetched(source, who);
            transaction.executeWithoutResult(status -> {
                store.lock(enterprise);
                store(enterprise, purpose, person, consented, fetched);
                consents.kept(enterprise);
            });
        } catch (RuntimeException failed) {
            consents.takeBack(enterprise, failed);
            throw failed;
        }
    }

    /** In every copy of the service. After one failure the others are left for the next time: it is mostly the source that is away. */
    @Scheduled(fixedDelayString = "${zhengqi.matching.tax-look-every:PT1S}")
    void fetchDue() {
        taxData.ifPresent(source -> {
            Optional<TaxDues.Due> next = dues.claim();
            while (next.isPresent() && fetch(source, next.get())) {
                next = dues.claim();
            }
        });
    }

    private boolean fetch(TaxData source, TaxDues.Due due) {
        UUID enterprise = due.enterprise();
        try {
            Fetched fetched = fetched(source, store.enterprise(enterprise));
            transaction.executeWithoutResult(status -> {
                store.lock(enterprise);
                if (dues.isMine(due)) {
                    store(enterprise, PURPOSE, due.person(), due.consented(), fetched);
                }
            });
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("The tax data that enterprise {} allowed is still due, try {}", enterprise, due.tries(), failed);
            if (due.last()) {
                dues.giveUp(due);
            }
            return false;
        }
    }

    /** @param covered names of the facts that consent was asked for: what else comes is not kept */
    private record Fetched(Map<String, Object> facts, Set<String> covered) {}

    private static Fetched fetched(TaxData source, FactStore.Enterprise who) {
        Set<String> covered = source.brings().stream().map(FactDefinition::name).collect(Collectors.toSet());
        return new Fetched(source.factsOf(who.uscc()), covered);
    }

    private boolean isOfToday(UUID enterprise, TaxConsents.Consented consented) {
        LocalDate today = BusinessTime.today(clock);
        return jdbc.sql("""
                        select exists (select 1 from tax_authorization
                        where enterprise_id = ? and consented_at >= ? and granted_at >= ? and valid_until >= ?)""")
                .params(
                        enterprise,
                        BusinessTime.at(consented.at()),
                        BusinessTime.at(BusinessTime.startOf(today)),
                        today)
                .query(Boolean.class)
                .single();
    }

    /** The newest consent that was told: the data rests on it, or is due by it. */
    private Optional<TaxConsents.Consented> lastHeard(UUID enterprise) {
        return jdbc.sql("""
                        select consented_at, valid_until from tax_authorization where enterprise_id = :enterprise
                        union all
                        select consented_at, valid_until from tax_due where enterprise_id = :enterprise
                        order by consented_at desc limit 1""")
                .param("enterprise", enterprise)
                .query(TaxConsents.Consented::of)
                .optional();
    }

    /** Of an enterprise that is locked. What was heard of its consent while the data was fetched is newer than what it was fetched by. */
    private void store(UUID enterprise, String purpose, Person person, TaxConsents.Consented asked, Fetched fetched) {
        boolean withdrawn = jdbc.sql("select exists (select 1 from tax_withdrawal where enterprise_id = ? and at >= ?)")
                .params(enterprise, BusinessTime.at(asked.at()))
                .query(Boolean.class)
                .single();
        if (withdrawn) {
            throw TaxConsents.withdrawnMeanwhile();
        }
        TaxConsents.Consented consented = lastHeard(enterprise)
                .filter(heard -> heard.at().isAfter(asked.at()))
                .orElse(asked);
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dayOf(now);
        LocalDate until = consented.limit(today.plusMonths(AUTHORIZED_MONTHS));
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until, consented_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (enterprise_id) do update
                        set purpose = excluded.purpose, granted_by = excluded.granted_by, granted_at = excluded.granted_at,
                          valid_until = excluded.valid_until,
                          consented_at = greatest(tax_authorization.consented_at, excluded.consented_at)""")
                .params(enterprise, purpose, person.id(), BusinessTime.at(now), until, BusinessTime.at(consented.at()))
                .update();
        store.removeAll(enterprise, FactSource.TAX);
        new FactCheck(FactDictionary.inForce()).sound(fetched.facts(), today).forEach((name, value) -> {
            if (fetched.covered().contains(name)) {
                store.put(enterprise, new KnownFact(name, FactSource.TAX, value, today), person.id());
            }
        });
        dues.settle(enterprise, BusinessTime.at(consented.at()));
        inside.publishEvent(new ProfileChanged(enterprise));
        audit.by(person.id(), person.name())
                .changed(
                        ProfileAction.TAX_DATA_AUTHORIZED,
                        enterprise,
                        store.enterprise(enterprise).name(),
                        null,
                        new Authorized(purpose, until));
    }

    /**
     * What an enterprise of the demo allowed before the demo begins; it stands in the consent centre, too.
     *
     * @return false where it has withdrawn that meanwhile
     */
    boolean heldByDemo(UUID enterprise, UUID by) {
        Instant now = clock.instant();
        boolean held = jdbc.sql("""
                                insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until, consented_at)
                                select :enterprise, :purpose, :by, :now, :until, :now
                                where not exists (select 1 from tax_withdrawal where enterprise_id = :enterprise)
                                on conflict do nothing""")
                        .param("enterprise", enterprise)
                        .param("purpose", PURPOSE)
                        .param("by", by)
                        .param("now", BusinessTime.at(now))
                        .param("until", BusinessTime.dayOf(now).plusMonths(AUTHORIZED_MONTHS))
                        .update()
                == 1;
        if (held) {
            dues.settle(enterprise);
        }
        return held;
    }

    /** @throws ProblemException SERVICE_UNAVAILABLE while the consent centre does not answer: then nothing changes */
    void withdraw(UUID enterprise, Person person) {
        Instant withdrawn = consents.withdraw(enterprise, person);
        // The consent centre's event of this very withdrawal may be on its way already: whoever ends an authorization
        // locks the enterprise first. What a colleague authorized since rests on a newer consent and stays.
        transaction.executeWithoutResult(status -> {
            store.lock(enterprise);
            if (withdrawn == null) {
                end(enterprise, OffsetDateTime.MAX);
            } else {
                end(enterprise, BusinessTime.at(withdrawn));
            }
        });
    }

    /** A withdrawal that is older than the consent of the authorization says nothing about it; nor does the end of an older one. */
    @Transactional
    void consentChanged(ConsentChanged consent) {
        if (consent.category() != ConsentCategory.TAX) {
            return;
        }
        store.lock(consent.enterpriseId());
        OffsetDateTime at = BusinessTime.at(consent.at());
        if (consent.granted()) {
            LocalDate until = Objects.requireNonNullElse(
                    consent.validUntil(), BusinessTime.dayOf(consent.at()).plusMonths(AUTHORIZED_MONTHS));
            if (restsOn(consent.enterpriseId(), at, until)) {
                dues.settle(consent.enterpriseId(), at);
            } else {
                note(consent, until);
            }
            inside.publishEvent(new ProfileChanged(consent.enterpriseId()));
            return;
        }
        jdbc.sql("""
                        insert into tax_withdrawal as w (enterprise_id, at) values (?, ?)
                        on conflict (enterprise_id) do update set at = greatest(w.at, excluded.at)""").params(consent.enterpriseId(), at).update();
        end(consent.enterpriseId(), at);
    }

    /**
     * What was fetched rests from now on on a consent that gives it no more time than it has: it may shorten it, and what was said before it says nothing any more.
     * By one that gives it more, it is fetched anew.
     */
    private boolean restsOn(UUID enterprise, OffsetDateTime at, LocalDate until) {
        return jdbc.sql("""
                        update tax_authorization set valid_until = :until, consented_at = :at
                        where enterprise_id = :enterprise and consented_at < :at and valid_until >= :today and valid_until >= :until""")
                        .param("until", until)
                        .param("at", at)
                        .param("enterprise", enterprise)
                        .param("today", BusinessTime.today(clock))
                        .update()
                == 1;
    }

    /** Where nobody says who consented, or nobody has tax data, none is due. */
    private void note(ConsentChanged consent, LocalDate until) {
        if (taxData.isPresent() && consent.personId() != null && consent.personName() != null) {
            dues.note(
                    consent.enterpriseId(), consent.at(), until, new Person(consent.personId(), consent.personName()));
        }
    }

    /** What rests on a consent of until then, of an enterprise that is locked. */
    private void end(UUID enterprise, OffsetDateTime at) {
        dues.settle(enterprise, at);
        jdbc.sql("delete from tax_authorization where enterprise_id = ? and consented_at <= ? returning enterprise_id")
                .params(enterprise, at)
                .query(UUID.class)
                .list()
                .forEach(this::ended);
    }

    /**
     * Takes away what has ended; until then it is not used any more. Each hour, so that a night without the service costs no day. Copies of the service may do it at
     * once: a row ends once. Each enterprise for itself, so that one that cannot be ended now keeps no other from it.
     */
    @Scheduled(cron = "0 10 * * * *", zone = "Asia/Shanghai")
    void endExpired() {
        LocalDate today = BusinessTime.today(clock);
        dues.endExpired(today);
        jdbc.sql("select enterprise_id from tax_authorization where valid_until < ?")
                .param(today)
                .query(UUID.class)
                .list()
                .forEach(enterprise -> attemptToEnd(enterprise, today));
    }

    private void attemptToEnd(UUID enterprise, LocalDate today) {
        try {
            transaction.executeWithoutResult(status -> endExpired(enterprise, today));
        } catch (RuntimeException failed) {
            LOG.warn("The ended tax authorization of enterprise {} stays for another hour", enterprise, failed);
        }
    }

    private void endExpired(UUID enterprise, LocalDate today) {
        store.lock(enterprise);
        jdbc.sql("delete from tax_authorization where enterprise_id = ? and valid_until < ? returning enterprise_id")
                .params(enterprise, today)
                .query(UUID.class)
                .list()
                .forEach(this::ended);
    }

    Profile.TaxAuthorization of(UUID enterprise) {
        List<String> covers = taxData.map(TaxData::brings).orElseGet(List::of).stream()
                .map(FactDefinition::label)
                .toList();
        return jdbc.sql("""
                        select granted_at, valid_until from tax_authorization
                        where enterprise_id = ? and valid_until >= ?""")
                .params(enterprise, BusinessTime.today(clock))
                .query((row, number) -> new Profile.TaxAuthorization(
                        true,
                        covers,
                        null,
                        BusinessTime.at(row.getObject("granted_at", OffsetDateTime.class)
                                .toInstant()),
                        row.getObject("valid_until", LocalDate.class)))
                .optional()
                .orElseGet(() -> new Profile.TaxAuthorization(
                        false, covers, taxData.isPresent() ? dues.of(enterprise) : null, null, null));
    }

    /** Of an enterprise that is locked. */
    private void ended(UUID enterprise) {
        audit.changed(
                ProfileAction.TAX_DATA_WITHDRAWN,
                enterprise,
                store.enterprise(enterprise).name(),
                null,
                null);
        store.removeAll(enterprise, FactSource.TAX);
        inside.publishEvent(new TaxDataEnded(enterprise));
    }
}
