package cn.zhengqi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentState;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.reference.ReferenceRules;
import cn.zhengqi.policy.api.InternalFactUses;
import cn.zhengqi.policy.api.InternalWindows;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The service with a clock that tests move and a consent centre that does what it is asked. */
@ServiceTest(
        events = true,
        // Tests say themselves when tax data that is due is fetched.
        properties = {"zhengqi.demo.enabled=true", "zhengqi.matching.tax-look-every=PT24H"})
@Import(MovableClock.Configuration.class)
public abstract class MatchingTest {

    @Autowired
    protected ServiceClient client;

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @MockitoBean
    protected InternalConsents consents;

    @Autowired
    private FactsInForce facts;

    @MockitoBean
    protected InternalWindows windows;

    @MockitoBean
    protected InternalFactUses factUses;

    /** Another context of this process may have put that of its own database in force. */
    @BeforeEach
    void the_dictionary_of_this_database_is_in_force() {
        FactDictionary.enforce(facts.current().dictionary());
    }

    @BeforeEach
    void the_consent_centre_does_what_it_is_asked() {
        when(consents.set(any(UUID.class), eq(ConsentCategory.TAX), any()))
                .thenAnswer(call -> call.<InternalConsents.Wish>getArgument(2).granted()
                        ? new ConsentState(true, clock.instant(), null, null, true)
                        : new ConsentState(false, null, clock.instant(), null, true));
    }

    @AfterEach
    void the_clock_goes_right() {
        clock.reset();
    }

    /** Who decides for the enterprise; a plain member holds the first of these alone. */
    protected static CurrentUser administratorOf(UUID enterprise) {
        return TestUsers.ofEnterprise(
                enterprise,
                MatchingPermissions.OWN_ENTERPRISE,
                MatchingPermissions.CONSENT,
                MatchingPermissions.ISSUE_REPORTS);
    }

    protected void tell(DomainEvent event, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(event, version));
    }

    /** All reference policies and products are listed, and the enterprise is known here, when this is over. */
    protected void theLibraryAnd(UUID enterprise) {
        List<EligibilityRule> rules = ReferenceRules.all();
        if (jdbc.sql("select count(*) from library_entry").query(Long.class).single() < rules.size()) {
            rules.forEach(rule -> tell(Published.of(rule), 1));
        }
        tell(Published.registered(enterprise, usccOf(enterprise), false), 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from library_entry where listed")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(rules.size()));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from enterprise where id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    protected static String usccOf(UUID enterprise) {
        return "91500113" + enterprise.toString().substring(26, 36).toUpperCase(Locale.ROOT);
    }

    /** An enterprise of a town, known here when this is over. */
    protected void registered(UUID id, String town) {
        tell(Published.registered(id, town), 1);
        await().until(() -> jdbc.sql("select exists (select 1 from enterprise where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single());
    }
}
