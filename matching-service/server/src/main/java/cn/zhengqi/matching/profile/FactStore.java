package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.user.api.EnterpriseRegistered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;

/**
 * Facts by enterprise, name and source. Where several sources speak, the more official one counts: register, then tax
 * authority, then the enterprise itself; what the enterprise said comes back when the official source falls silent. What was
 * invented for a demo enterprise counts least.
 */
@Repository
class FactStore {

    private static final List<FactSource> PRECEDENCE =
            List.of(FactSource.REGISTER, FactSource.TAX, FactSource.SELF, FactSource.DEMO);

    /** Kept: to find out anew for each value how to read it would take as long as to read it. */
    private static final ObjectReader ANY_VALUE = Json.MAPPER.readerFor(Object.class);

    private final JdbcClient jdbc;

    /** Whether what one source says counts rather than what the other does. */
    static boolean counts(FactSource one, FactSource other) {
        return PRECEDENCE.indexOf(one) < PRECEDENCE.indexOf(other);
    }

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reports how often the enterprise said something of itself */
    record Enterprise(UUID id, String uscc, String name, long reports) {}

    /** @throws ProblemException SERVICE_UNAVAILABLE while the register's event has not arrived */
    Enterprise enterprise(UUID id) {
        return jdbc.sql("select id, uscc, name, reports from enterprise where id = ?")
                .param(id)
                .query(Enterprise.class)
                .optional()
                .orElseThrow(() -> new ProblemException(CommonProblem.SERVICE_UNAVAILABLE, "企业登记信息正在同步，请稍后再试"));
    }

    boolean knows(UUID id) {
        return jdbc.sql("select exists (select 1 from enterprise where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Until the end of the transaction nobody else changes its profile. */
    void lock(UUID id) {
        jdbc.sql("select id from enterprise where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    void reported(UUID id) {
        jdbc.sql("update enterprise set reports = reports + 1 where id = ?")
                .param(id)
                .update();
    }

    /** @return false when a newer state of the register is already here */
    boolean register(EnterpriseRegistered entry, long version) {
        return jdbc.sql("""
                                insert into enterprise (id, uscc, name, town_code, town_name, industry_code, version)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (id) do update set uscc = excluded.uscc, name = excluded.name, town_code = excluded.town_code,
                                  town_name = excluded.town_name, industry_code = excluded.industry_code, version = excluded.version
                                where enterprise.version <= excluded.version""")
                        .params(
                                entry.enterpriseId(),
                                entry.uscc(),
                                entry.name(),
                                entry.townCode(),
                                entry.townName(),
                                entry.industryCode(),
                                version)
                        .update()
                == 1;
    }

    /** The fact of each name that counts, as it is read today; tax data counts as long as its authorization is valid. */
    Map<String, KnownFact> effective(UUID enterprise, LocalDate today) {
        Map<String, KnownFact> effective = new LinkedHashMap<>();
        jdbc.sql("""
                        select name, source, value, as_of from fact
                        where enterprise_id = ? and (source <> 'TAX' or exists (
                          select 1 from tax_authorization a where a.enterprise_id = fact.enterprise_id and a.valid_until >= ?))""").params(enterprise, today).query((row, number) -> fact(row, row.getString("name"))).list().stream()
                .sorted(Comparator.comparing(fact -> PRECEDENCE.indexOf(fact.source())))
                .flatMap(fact -> asRead(fact, today).stream())
                .forEach(fact -> effective.putIfAbsent(fact.name(), fact));
        return effective;
    }

    /**
     * A fact as it was known on a day that is over.
     *
     * @param later it was said after that day, and nothing before
     */
    record PastFact(KnownFact fact, boolean later) {}

    /** As {@link #effective}, for the end of a day that is over: what was known then, and of what was not the first that was said of it later. */
    Map<String, PastFact> effectiveOn(UUID enterprise, LocalDate day, LocalDate today) {
        Map<String, PastFact> effective = new LinkedHashMap<>();
        jdbc
                .sql("""
                        select distinct on (name, source) name, source, value, as_of, recorded_at >= :end as later from (
                          select name, source, value, as_of, recorded_at, 'infinity'::timestamptz as ended_at from fact
                          where enterprise_id = :enterprise and (source <> 'TAX' or exists (
                            select 1 from tax_authorization a where a.enterprise_id = fact.enterprise_id and a.valid_until >= :today))
                          union all
                          select name, source, value, as_of, recorded_at, ended_at from fact_past where enterprise_id = :enterprise) said
                        where ended_at >= :end order by name, source, recorded_at""")
                .param("enterprise", enterprise)
                .param("today", today)
                .param("end", BusinessTime.at(BusinessTime.endOf(day)))
                .query((row, number) -> new PastFact(fact(row, row.getString("name")), row.getBoolean("later")))
                .list()
                .stream()
                .sorted(Comparator.comparing(PastFact::later)
                        .thenComparing(past -> PRECEDENCE.indexOf(past.fact().source())))
                .flatMap(past ->
                        asRead(past.fact(), day).map(it -> new PastFact(it, past.later() && !isDated(it))).stream())
                .forEach(past -> effective.putIfAbsent(past.fact().name(), past));
        return effective;
    }

    /** Figures by year say themselves of which year they are, whenever they were told. */
    private boolean isDated(KnownFact fact) {
        FactDefinition definition = dictionary().find(fact.name());
        return definition != null && definition.kind() == FactKind.YEARS;
    }

    private Optional<KnownFact> asRead(KnownFact fact, LocalDate today) {
        FactDefinition definition = dictionary().find(fact.name());
        return definition == null ? Optional.of(fact) : fact.on(today, definition);
    }

    void put(UUID enterprise, KnownFact fact, @Nullable UUID by) {
        jdbc.sql("""
                        insert into fact (enterprise_id, name, source, value, as_of, recorded_by) values (?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (enterprise_id, name, source) do update
                        set value = excluded.value, as_of = excluded.as_of, recorded_by = excluded.recorded_by,
                          recorded_at = case when fact.value = excluded.value then fact.recorded_at else now() end""")
                .params(Arrays.asList(
                        enterprise,
                        fact.name(),
                        fact.source().name(),
                        Json.MAPPER.writeValueAsString(fact.value()),
                        fact.asOf(),
                        by))
                .update();
    }

    void remove(UUID enterprise, String name, FactSource source) {
        jdbc.sql("delete from fact where enterprise_id = ? and name = ? and source = ?")
                .params(enterprise, name, source.name())
                .update();
    }

    void removeAll(UUID enterprise, FactSource source) {
        jdbc.sql("delete from fact where enterprise_id = ? and source = ?")
                .params(enterprise, source.name())
                .update();
    }

    /** Of a row with source, value and as_of. */
    static KnownFact fact(ResultSet row, String name) throws SQLException {
        return new KnownFact(
                name,
                FactSource.valueOf(row.getString("source")),
                ANY_VALUE.readValue(row.getString("value")),
                row.getObject("as_of", LocalDate.class));
    }

    private static FactDictionary dictionary() {
        return FactDictionary.inForce();
    }
}
