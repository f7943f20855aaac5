package cn.zhengqi.stats.catalogue;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.finance.api.LoanProductSuspended;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 惠企政策(条) and 金融产品(个): what is published now. */
@Component
public class CatalogueFigures {

    private static final String NAME = "catalogue";
    private static final String POLICY = "POLICY";
    private static final String LOAN_PRODUCT = "LOAN_PRODUCT";

    private final JdbcClient jdbc;

    CatalogueFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<PolicyPublished> policyListed(CatalogueFigures figures) {
            return on(
                    PolicyPublished.class,
                    NAME,
                    (policy, meta) -> figures.list(POLICY, policy.policyId(), true, meta.version()));
        }

        @Bean
        EventHandler<PolicyWithdrawn> policyUnlisted(CatalogueFigures figures) {
            return on(
                    PolicyWithdrawn.class,
                    NAME,
                    (policy, meta) -> figures.list(POLICY, policy.policyId(), false, meta.version()));
        }

        @Bean
        EventHandler<LoanProductPublished> productListed(CatalogueFigures figures) {
            return on(
                    LoanProductPublished.class,
                    NAME,
                    (product, meta) -> figures.list(LOAN_PRODUCT, product.productId(), true, meta.version()));
        }

        @Bean
        EventHandler<LoanProductSuspended> productUnlisted(CatalogueFigures figures) {
            return on(
                    LoanProductSuspended.class,
                    NAME,
                    (product, meta) -> figures.list(LOAN_PRODUCT, product.productId(), false, meta.version()));
        }
    }

    private void list(String kind, UUID id, boolean listed, long version) {
        jdbc.sql("""
                        insert into listing (kind, id, listed, version) values (?, ?, ?, ?)
                        on conflict (kind, id) do update set listed = excluded.listed, version = excluded.version
                        where listing.version <= excluded.version""").params(kind, id, listed, version).update();
    }

    public long policies() {
        return listed(POLICY);
    }

    public long loanProducts() {
        return listed(LOAN_PRODUCT);
    }

    private long listed(String kind) {
        return jdbc.sql("select count(*) from listing where kind = ? and listed")
                .param(kind)
                .query(Long.class)
                .single();
    }
}
