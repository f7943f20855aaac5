package cn.zhengqi.stats.ticker;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 最新动态 (PORTAL-09): "XX企业 申请办理了 XX业务", a loan or a policy, and "XX企业 领取了企业码" from real events. Names are masked as
 * configured before they are stored; lines that are there already follow a new setting with the next rebuild. Who keeps off ({@link TickerChoices}) is not on it.
 */
@Component
public class Ticker {

    private static final String NAME = "ticker";
    private static final int KEPT = 200;

    private final JdbcClient jdbc;
    private final ShownName shownName;

    Ticker(JdbcClient jdbc, @Value("${zhengqi.ticker.enterprise-name:MASKED}") ShownName shownName) {
        this.jdbc = jdbc;
        this.shownName = shownName;
    }

    /** @param kind FINANCE, POLICY or CODE */
    public record Line(String text, OffsetDateTime at, String kind) {}

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<LoanApplicationSubmitted> loanOnTicker(Ticker ticker) {
            return on(
                    LoanApplicationSubmitted.class,
                    NAME,
                    (order, meta) -> ticker.add(
                            meta,
                            "FINANCE",
                            order.enterpriseId(),
                            order.enterpriseName(),
                            "申请办理了 " + order.productTitle()));
        }

        @Bean
        EventHandler<DeclarationSubmitted> declarationOnTicker(Ticker ticker) {
            return on(
                    DeclarationSubmitted.class,
                    NAME,
                    (declaration, meta) -> ticker.add(
                            meta,
                            "POLICY",
                            declaration.parties().enterpriseId(),
                            declaration.parties().enterpriseName(),
                            "申请办理了 " + declaration.parties().projectTitle()));
        }

        @Bean
        EventHandler<CodeIssued> codeOnTicker(Ticker ticker) {
            return on(
                    CodeIssued.class,
                    NAME,
                    (code, meta) -> ticker.add(meta, "CODE", code.enterpriseId(), code.enterpriseName(), "领取了企业码"));
        }
    }

    /** Nothing of who keeps off, and of who came back nothing that was before, however late it is heard or made anew. */
    private void add(EventMetadata meta, String kind, UUID enterprise, String name, String deed) {
        waitFor(enterprise);
        OffsetDateTime at = BusinessTime.at(meta.occurredAt());
        jdbc.sql("""
                        insert into ticker (event_id, at, kind, text, enterprise_id)
                        select ?, ?, ?, ?, ?
                        where not exists (select 1 from ticker_choice where enterprise_id = ? and (not shown or changed_at > ?))
                        on conflict do nothing""")
                .params(meta.id(), at, kind, line(name, deed), enterprise, enterprise, at)
                .update();
        jdbc.sql("delete from ticker where at < (select at from ticker order by at desc offset ? limit 1)")
                .param(KEPT - 1)
                .update();
    }

    private String line(String enterprise, String deed) {
        return shownName.of(enterprise) + " " + deed;
    }

    /** Of what it does and what it chooses one comes after the other, to the end of the transaction. */
    void waitFor(UUID enterprise) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_ticker'), hashtext(?))")
                .param(enterprise.toString())
                .query((row, number) -> true)
                .single();
    }

    /** Lines from before they said whose they are go by the name that they show; of two that are shown alike both go. */
    void forget(UUID enterprise, String name) {
        jdbc.sql("delete from ticker where enterprise_id = ?").param(enterprise).update();
        if (!name.isBlank()) {
            jdbc.sql("delete from ticker where enterprise_id is null and starts_with(text, ?)")
                    .param(line(name, ""))
                    .update();
        }
    }

    public List<Line> newest(int count) {
        return jdbc.sql("select text, at, kind from ticker order by at desc limit ?")
                .param(count)
                .query((row, number) -> new Line(
                        row.getString("text"),
                        BusinessTime.at(
                                row.getObject("at", OffsetDateTime.class).toInstant()),
                        row.getString("kind")))
                .list();
    }
}
