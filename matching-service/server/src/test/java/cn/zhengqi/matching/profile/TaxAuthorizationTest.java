package cn.zhengqi.matching.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.code.api.ConsentState;
import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.code.api.ReceiverKind;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.finance.api.MatchResultCited;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class TaxAuthorizationTest extends MatchingTest {

    @Autowired
    private TaxAuthorizations authorizations;

    @Autowired
    private FactStore store;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private ApplicationEventPublisher inside;

    @Autowired
    private Matches matches;

    private final DemoEnterprise demo = demo("91500113MAXXY2Y044");
    private final UUID enterprise = demo.id();
    private final CurrentUser owner = administratorOf(enterprise);

    @Autowired
    private TaxConsents taxConsents;

    @Autowired
    private TaxDues dues;

    @BeforeEach
    void the_enterprise_is_known_and_has_authorized_nothing() {
        jdbc.sql("delete from tax_authorization where enterprise_id = ?")
                .param(enterprise)
                .update();
        jdbc.sql("delete from tax_withdrawal where enterprise_id = ?")
                .param(enterprise)
                .update();
        jdbc.sql("delete from tax_intent where enterprise_id = ?")
                .param(enterprise)
                .update();
        jdbc.sql("delete from tax_due").update();
        jdbc.sql("delete from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?")
                .param(enterprise.toString())
                .update();
        tell(Published.registered(enterprise, demo.uscc(), true), 1);
        await().until(() -> jdbc.sql("select count(*) from fact where enterprise_id = ? and source = 'DEMO'")
                        .param(enterprise)
                        .query(Long.class)
                        .single()
                > 0);
    }

    @Test
    void authorizing_grants_the_consent_in_the_consent_centre_and_brings_data_that_counts_before_own_words() {
        assertThat(isKnown()).isFalse();

        JsonNode profile = authorize(true)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        verify(consents).set(eq(enterprise), eq(ConsentCategory.TAX), argThat(InternalConsents.Wish::granted));
        assertThat(source()).isEqualTo("TAX");
        assertThat(granted()).isTrue();
        assertThat(fact(profile).path("editable").asBoolean()).isFalse();
    }

    @Test
    void an_enterprise_of_the_demo_that_has_its_code_allowed_its_tax_data_before_and_takes_it_back_like_any_other() {
        DemoEnterprise holder = demo("91500113MAX5XQ4WX4");
        UUID id = holder.id();
        tell(Published.registered(id, holder.uscc(), true), 1);
        await().until(() -> store.knows(id));
        assertThat(taxFacts(id)).contains("taxPaid12m", "vatType", "taxCreditRating");
        clock.forward(Duration.ofSeconds(1));

        transaction.executeWithoutResult(status -> authorizations.consentChanged(new ConsentChanged(
                id,
                ConsentCategory.TAX,
                ReceiverKind.PLATFORM,
                null,
                false,
                null,
                true,
                person.id(),
                person.name(),
                clock.instant())));
        assertThat(taxFacts(id)).isEmpty();

        tell(Published.registered(id, holder.uscc(), true), 2);
        await().until(() -> jdbc.sql("select version from enterprise where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                == 2);
        assertThat(taxFacts(id)).isEmpty();
    }

    /** Names of the facts of the tax authority that are known of an enterprise, whoever told them. */
    private List<String> taxFacts(UUID id) {
        return store.effective(id, BusinessTime.today(clock)).keySet().stream()
                .filter(name -> FactDictionary.standard().get(name).source() == FactSource.TAX)
                .toList();
    }

    private static DemoEnterprise demo(String uscc) {
        return DemoFiles.enterprises().stream()
                .filter(one -> one.uscc().equals(uscc))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_agreement_nothing_is_asked_and_nothing_is_fetched() {
        authorize(false).expectStatus().isBadRequest();

        verify(consents, never()).set(any(), any(), any());
        assertThat(granted()).isFalse();
    }

    @Test
    void while_the_consent_centre_is_silent_nothing_is_authorized() {
        when(consents.set(any(), any(), any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        authorize(true).expectStatus().isEqualTo(503);

        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void while_there_is_no_consent_the_authority_is_not_asked() {
        when(consents.set(any(), any(), any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        TaxData source = mock();

        assertThatThrownBy(() -> with(source).authorize(enterprise, "政策匹配", person))
                .isInstanceOf(ProblemException.class);

        verify(source, never()).factsOf(any());
    }

    @Test
    void a_source_that_fails_is_asked_after_the_consent_which_is_then_taken_back() {
        TaxData failing = mock();
        when(failing.factsOf(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThatThrownBy(() -> with(failing).authorize(enterprise, "政策匹配", person))
                .isInstanceOf(ProblemException.class);

        InOrder order = inOrder(consents, failing);
        order.verify(consents).set(eq(enterprise), eq(ConsentCategory.TAX), argThat(InternalConsents.Wish::granted));
        order.verify(failing).factsOf(demo.uscc());
        order.verify(consents).set(eq(enterprise), eq(ConsentCategory.TAX), argThat(wish -> !wish.granted()));
        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void a_consent_whose_data_cannot_be_kept_is_taken_back() {
        TaxAuthorizations failing = with(uscc -> new UnreadableFacts());

        assertThatThrownBy(() -> failing.authorize(enterprise, "政策匹配", person)).hasMessage("not to be read");

        verify(consents).set(eq(enterprise), eq(ConsentCategory.TAX), argThat(wish -> !wish.granted()));
        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void a_consent_that_was_there_before_stays_when_the_data_cannot_be_kept() {
        when(consents.set(any(), any(), any()))
                .thenReturn(new ConsentState(true, clock.instant().plusSeconds(3600), null, null, false));

        assertThatThrownBy(() -> with(uscc -> new UnreadableFacts()).authorize(enterprise, "政策匹配", person))
                .hasMessage("not to be read");

        verify(consents, never()).set(any(), any(), argThat(wish -> !wish.granted()));
    }

    @Test
    void a_consent_of_this_request_is_taken_back_also_where_the_consent_centres_clock_is_behind() {
        when(consents.set(any(), any(), any()))
                .thenReturn(new ConsentState(true, clock.instant().minusSeconds(3600), null, null, true));

        assertThatThrownBy(() -> with(uscc -> new UnreadableFacts()).authorize(enterprise, "政策匹配", person))
                .hasMessage("not to be read");

        verify(consents).set(any(), any(), argThat(wish -> !wish.granted()));
    }

    @Test
    void a_consent_that_could_not_be_taken_back_or_whose_program_ended_is_taken_back_by_the_sweep() {
        when(consents.set(any(), any(), argThat(wish -> wish != null && !wish.granted())))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        assertThatThrownBy(() -> with(uscc -> new UnreadableFacts()).authorize(enterprise, "政策匹配", person))
                .hasMessage("not to be read");
        assertThat(intents()).isEqualTo(1);
        reset(consents);

        taxConsents.sweep();
        verify(consents, never()).set(any(), any(), any());

        clock.forward(Duration.ofMinutes(11));
        taxConsents.sweep();
        verify(consents).set(eq(enterprise), eq(ConsentCategory.TAX), argThat(wish -> !wish.granted()));
        assertThat(intents()).isZero();
    }

    @Test
    void who_authorizes_again_on_the_same_day_asks_the_authority_nothing_and_puts_nothing_on_record() {
        TaxData source = mock();
        when(source.brings()).thenReturn(List.of(FactDictionary.standard().get("taxPaid12m")));
        when(source.factsOf(any())).thenReturn(Map.of("taxPaid12m", 8127.36));
        Instant since = clock.instant();
        when(consents.set(any(), any(), any())).thenReturn(new ConsentState(true, since, null, null, false));

        with(source).authorize(enterprise, "政策匹配", person);
        clock.forward(Duration.ofSeconds(1));
        with(source).authorize(enterprise, "融资", person);

        verify(source, times(1)).factsOf(any());
        assertThat(onRecord()).containsExactly("TAX_DATA_AUTHORIZED");
        assertThat(intents()).isZero();
        clock.forward(Duration.ofDays(1));
        with(source).authorize(enterprise, "政策匹配", person);
        verify(source, times(2)).factsOf(any());
    }

    @Test
    void an_authorization_that_came_through_leaves_nothing_to_sweep() {
        authorize(true).expectStatus().isOk();

        assertThat(intents()).isZero();
    }

    private int intents() {
        return jdbc.sql("select count(*) from tax_intent where enterprise_id = ?")
                .param(enterprise)
                .query(Integer.class)
                .single();
    }

    @Test
    void all_facts_that_it_brings_are_named_beforehand_and_what_was_not_named_is_not_kept() {
        List<String> named = covered(profile());
        assertThat(named).contains("年度应纳税所得额", "增值税纳税人类型", "查账征收", "纳税信用等级", "近12个月纳税总额");

        authorize(true).expectStatus().isOk();

        assertThat(fetched(profile())).isNotEmpty().allMatch(named::contains);
        assertThat(covered(profile())).isEqualTo(named);

        with(uscc -> Map.of("taxYears", 3, "employees", 1_000)).authorize(enterprise, "政策匹配", person);

        assertThat(fetched(profile())).containsExactly("连续纳税年数");
    }

    private static List<String> covered(JsonNode profile) {
        return profile.path("taxAuthorization")
                .path("covers")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Labels of the facts that come from the tax authority. */
    private static List<String> fetched(JsonNode profile) {
        return profile.path("groups")
                .valueStream()
                .flatMap(group -> group.path("facts").valueStream())
                .filter(fact -> fact.path("source").asString().equals("TAX"))
                .map(fact -> fact.path("label").asString())
                .toList();
    }

    @Test
    void what_nobody_filled_in_says_that_it_is_invented_and_is_gone_once_the_enterprise_has_spoken() {
        String name = "disabledCount";
        assertThat(fact(profile(), name).path("source").asString()).isEqualTo("DEMO");

        report(Map.of(name, 3));
        assertThat(fact(profile(), name).path("source").asString()).isEqualTo("SELF");

        Map<String, @Nullable Object> takenBack = new HashMap<>();
        takenBack.put(name, null);
        report(takenBack);
        assertThat(fact(profile(), name).has("value")).isFalse();
    }

    private void report(Map<String, ? extends @Nullable Object> facts) {
        client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private final TaxAuthorizations.Person person = new TaxAuthorizations.Person(Ids.next(), "张三");

    private TaxAuthorizations with(TaxData source) {
        return new TaxAuthorizations(
                store, Optional.of(source), taxConsents, dues, audit, inside, jdbc, transaction, clock);
    }

    private static final class UnreadableFacts extends AbstractMap<String, Object> {

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            throw new IllegalStateException("not to be read");
        }
    }

    @Test
    void a_withdrawal_in_the_consent_centre_ends_it() {
        authorize(true).expectStatus().isOk();
        clock.forward(Duration.ofSeconds(1));

        hear(false, clock.instant());

        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
        assertThat(onRecord()).containsExactly("TAX_DATA_AUTHORIZED", "TAX_DATA_WITHDRAWN");
    }

    @Test
    void after_a_withdrawal_no_tax_value_stands_anywhere_also_not_in_a_result_that_an_application_names() {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from match_result where enterprise_id = ?")
                .param(enterprise)
                .update());
        with(uscc -> Map.of("taxPaid12m", 8127.36)).authorize(enterprise, "政策匹配", person);
        UUID uncited = matches.run(enterprise, person.id()).id();
        clock.forward(Duration.ofDays(1));
        UUID cited = matches.run(enterprise, person.id()).id();
        tell(new MatchResultCited(Ids.next(), cited, enterprise), 0);
        await().until(() -> jdbc.sql("select exists (select 1 from cited_result where result_id = ?)")
                .param(cited)
                .query(Boolean.class)
                .single());
        assertThat(tablesWith("8127.36")).contains("fact", "match_result");

        hear(false, clock.instant());

        assertThat(tablesWith("8127.36")).isEmpty();
        assertThat(tablesWith("8,127.36")).isEmpty();
        assertThatThrownBy(() -> matches.find(enterprise, uncited))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        gone -> assertThat(gone.code()).isEqualTo(MatchingProblem.TAX_AUTHORIZATION_ENDED));
        assertThat(matches.find(enterprise, cited).policies()).isNotNull();
        assertThat(matches.run(enterprise, person.id()).id())
                .as("without the tax data it is another question")
                .isNotEqualTo(cited);
    }

    /** All tables of the service in which the text stands somewhere. */
    private List<String> tablesWith(String text) {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = current_schema()")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("select exists (select 1 from " + table + " t where t::text like ?)")
                        .param("%" + text + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    void a_withdrawal_that_is_older_than_the_consent_comes_late_and_ends_nothing() {
        Instant before = clock.instant();
        clock.forward(Duration.ofSeconds(1));
        authorize(true).expectStatus().isOk();

        hear(false, before);

        assertThat(granted()).isTrue();
        assertThat(source()).isEqualTo("TAX");
    }

    @Test
    void a_withdrawal_that_overtakes_the_authorization_counts() {
        hear(false, clock.instant().plusSeconds(60));

        authorize(true).expectStatus().isEqualTo(409);

        assertThat(granted()).isFalse();
    }

    @Test
    void withdrawing_here_withdraws_the_consent_too() {
        authorize(true).expectStatus().isOk();
        client.as(owner)
                .delete()
                .uri("/api/match/my/tax-authorization")
                .exchange()
                .expectStatus()
                .isOk();

        verify(consents).set(eq(enterprise), eq(ConsentCategory.TAX), argThat(wish -> !wish.granted()));
        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void whoever_has_authorized_or_saved_the_profile_all_day_waits_for_the_next() {
        for (String name : List.of("TAX_AUTHORIZATION", "PROFILE")) {
            jdbc.sql("insert into day_count (account_id, name, day, count) values (?, ?, ?, 300)")
                    .params(owner.accountId(), name, BusinessTime.today(clock))
                    .update();
        }

        authorize(true)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.retryAfterSeconds")
                .isNumber();
        client.as(owner)
                .put()
                .uri("/api/match/my/profile/facts")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("facts", Map.of("invoiceAmount12m", 400)))
                .exchange()
                .expectStatus()
                .isEqualTo(429);

        verify(consents, never()).set(any(), any(), any());
    }

    /** The consent that the colleague gave is newer than the withdrawal, and stands in the consent centre. */
    @Test
    void a_colleague_who_authorizes_anew_during_a_withdrawal_keeps_what_they_authorized() {
        authorize(true).expectStatus().isOk();
        when(consents.set(any(), any(), argThat(wish -> wish != null && !wish.granted())))
                .thenAnswer(call -> {
                    Instant withdrawn = clock.instant();
                    clock.forward(Duration.ofSeconds(1));
                    authorize(true).expectStatus().isOk();
                    return new ConsentState(false, null, withdrawn, null, true);
                });

        authorizations.withdraw(enterprise, person);

        assertThat(granted()).isTrue();
        assertThat(source()).isEqualTo("TAX");
    }

    /** The consent centre tells of a withdrawal some moments after it was asked for it, while it is being written here. */
    @RepeatedTest(100)
    void a_withdrawal_and_the_news_of_it_that_meet_both_come_through_and_it_ends_once() throws Exception {
        with(uscc -> Map.of("taxPaid12m", 8127.36)).authorize(enterprise, "政策匹配", person);
        clock.forward(Duration.ofMillis(1));
        Instant at = clock.instant();
        CyclicBarrier together = new CyclicBarrier(3);
        when(consents.set(any(), any(), argThat(wish -> wish != null && !wish.granted())))
                .thenAnswer(call -> {
                    together.await();
                    return new ConsentState(false, null, at, null, true);
                });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<@Nullable Void>> all = List.of(
                    () -> {
                        authorizations.withdraw(enterprise, person);
                        return null;
                    },
                    () -> {
                        together.await();
                        hear(false, at);
                        return null;
                    },
                    () -> {
                        together.await();
                        hear(false, at);
                        return null;
                    });
            for (Future<@Nullable Void> one : threads.invokeAll(all)) {
                one.get();
            }
        }

        assertThat(jdbc.sql("select count(*) from tax_authorization where enterprise_id = ?")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(onRecord()).containsExactly("TAX_DATA_AUTHORIZED", "TAX_DATA_WITHDRAWN");
    }

    @Test
    void of_many_that_have_ended_one_that_cannot_be_ended_now_keeps_no_other() {
        UUID other = Ids.next();
        tell(Published.registered(other, "91500113" + other.toString().substring(26), false), 1);
        await().until(() -> store.knows(other));
        TaxAuthorizations source = with(uscc -> Map.of("taxYears", 3));
        source.authorize(enterprise, "政策匹配", person);
        source.authorize(other, "政策匹配", person);
        clock.forward(Duration.ofDays(400));
        AuditTrail stumbling = mock(AuditTrail.class, delegatesTo(audit));
        doThrow(new IllegalStateException("two at once"))
                .when(stumbling)
                .changed(any(), eq(enterprise), any(), any(), any());

        new TaxAuthorizations(store, Optional.empty(), taxConsents, dues, stumbling, inside, jdbc, transaction, clock)
                .endExpired();

        assertThat(jdbc.sql("select enterprise_id from tax_authorization where enterprise_id in (?, ?)")
                        .params(enterprise, other)
                        .query(UUID.class)
                        .list())
                .containsExactly(enterprise);
    }

    @Test
    void a_result_that_went_with_its_tax_data_says_so_to_its_enterprise_and_to_no_other() {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from match_result where enterprise_id = ?")
                .param(enterprise)
                .update());
        with(uscc -> Map.of("taxPaid12m", 8127.36)).authorize(enterprise, "政策匹配", person);
        UUID result = matches.run(enterprise, person.id()).id();
        clock.forward(Duration.ofSeconds(1));
        hear(false, clock.instant());

        client.as(owner)
                .get()
                .uri("/api/match/results/{id}", result)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GONE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TAX_AUTHORIZATION_ENDED")
                .jsonPath("$.detail")
                .isEqualTo("涉税数据授权已收回或已到期，用到这些数据的匹配结果已一并删除，请重新匹配");
        client.as(administratorOf(Ids.next()))
                .get()
                .uri("/api/match/results/{id}", result)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_report_that_rests_on_tax_data_goes_with_it_and_one_that_does_not_stays() {
        for (String table : List.of("planning_report_copy", "planning_report")) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("alter table " + table + " disable trigger user").update();
                jdbc.sql("delete from " + table).update();
                jdbc.sql("alter table " + table + " enable trigger user").update();
            });
        }
        // Other tests match, and withdraw, at days to come, and the latest result is the one that is asked for.
        for (String table : List.of("match_result", "ended_result")) {
            jdbc.sql("delete from " + table + " where enterprise_id = ?")
                    .param(enterprise)
                    .update();
        }
        matches.run(enterprise, person.id());
        String without = issued();
        clock.forward(Duration.ofSeconds(1));
        with(uscc -> Map.of("taxPaid12m", 8127.36)).authorize(enterprise, "政策匹配", person);
        matches.run(enterprise, person.id());
        String with = issued();
        assertThat(with).isNotEqualTo(without);
        report(with).expectStatus().isOk();
        clock.forward(Duration.ofSeconds(1));

        hear(false, clock.instant());

        report(with)
                .expectStatus()
                .isEqualTo(HttpStatus.GONE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TAX_AUTHORIZATION_ENDED");
        report(without).expectStatus().isOk();
    }

    private String issued() {
        return client.as(owner)
                .post()
                .uri("/api/match/my/reports")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asString();
    }

    private RestTestClient.ResponseSpec report(String id) {
        return client.as(owner).get().uri("/api/match/reports/{id}", id).exchange();
    }

    @Test
    void after_a_year_it_does_not_count_any_more_and_is_taken_away() {
        authorize(true).expectStatus().isOk();
        clock.forward(Duration.ofDays(364));
        authorizations.endExpired();
        assertThat(source()).isEqualTo("TAX");

        clock.forward(Duration.ofDays(4));
        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();

        authorizations.endExpired();
        authorizations.endExpired();
        assertThat(onRecord()).containsExactly("TAX_DATA_AUTHORIZED", "TAX_DATA_WITHDRAWN");
        assertThat(jdbc.sql("select count(*) from fact where enterprise_id = ? and source = 'TAX'")
                        .param(enterprise)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_authorization_does_not_outlast_the_consent_that_it_rests_on() {
        LocalDate lastDay = BusinessTime.today(clock).plusDays(30);
        when(consents.set(any(), any(), any()))
                .thenReturn(new ConsentState(true, clock.instant(), null, lastDay, true));

        authorize(true).expectStatus().isOk();

        assertThat(until()).isEqualTo(lastDay);
        clock.forward(Duration.ofDays(31));
        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void its_last_day_counts_until_midnight_in_the_district() {
        LocalDate lastDay = BusinessTime.today(clock).plusDays(30);
        when(consents.set(any(), any(), any()))
                .thenReturn(new ConsentState(true, clock.instant(), null, lastDay, true));
        authorize(true).expectStatus().isOk();

        clock.forward(
                Duration.between(clock.instant(), BusinessTime.endOf(lastDay)).minusMinutes(1));
        authorizations.endExpired();
        assertThat(granted()).isTrue();
        assertThat(isKnown()).isTrue();

        clock.forward(Duration.between(clock.instant(), BusinessTime.endOf(lastDay)));
        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
    }

    @Test
    void a_consent_that_is_shortened_shortens_the_authorization() {
        authorize(true).expectStatus().isOk();
        LocalDate lastDay = BusinessTime.today(clock).plusDays(7);
        clock.forward(Duration.ofSeconds(1));

        hear(true, lastDay, clock.instant());

        assertThat(until()).isEqualTo(lastDay);
        assertThat(due()).isNull();
    }

    @Test
    void a_consent_that_is_extended_extends_the_authorization_and_the_data_stays_after_the_old_end() {
        LocalDate today = BusinessTime.today(clock);
        hear(true, today.plusDays(90), clock.instant());
        authorizations.fetchDue();
        clock.forward(Duration.ofDays(60));

        hear(true, today.plusDays(300), clock.instant());
        authorizations.fetchDue();

        assertThat(until()).isEqualTo(today.plusDays(300));
        clock.forward(Duration.ofDays(60));
        authorizations.endExpired();
        assertThat(granted()).isTrue();
        assertThat(source()).isEqualTo("TAX");
    }

    @Test
    void a_consent_that_is_extended_beyond_the_year_of_its_data_brings_another_year() {
        LocalDate today = BusinessTime.today(clock);
        hear(true, today.plusMonths(12), clock.instant());
        authorizations.fetchDue();
        clock.forward(Duration.ofDays(330));
        LocalDate later = BusinessTime.today(clock);

        hear(true, later.plusMonths(24), clock.instant());
        authorizations.fetchDue();

        assertThat(until()).isEqualTo(later.plusMonths(12));
    }

    @Test
    void a_shortening_that_is_taken_back_shortens_nothing() {
        LocalDate today = BusinessTime.today(clock);
        authorize(true).expectStatus().isOk();
        clock.forward(Duration.ofSeconds(1));
        hear(true, today.plusDays(7), clock.instant());
        clock.forward(Duration.ofSeconds(1));

        hear(true, today.plusMonths(10), clock.instant());
        authorizations.fetchDue();

        assertThat(until()).isEqualTo(today.plusMonths(10));
    }

    @Test
    void an_extension_that_is_taken_back_before_its_data_is_fetched_extends_nothing() {
        LocalDate today = BusinessTime.today(clock);
        TaxData source = mock();
        hear(true, today.plusDays(90), clock.instant());
        authorizations.fetchDue();
        clock.forward(Duration.ofSeconds(1));
        hear(true, today.plusDays(300), clock.instant());
        clock.forward(Duration.ofSeconds(1));

        hear(true, today.plusDays(30), clock.instant());
        with(source).fetchDue();

        verify(source, never()).factsOf(any());
        assertThat(until()).isEqualTo(today.plusDays(30));
    }

    @Test
    void a_shortening_that_comes_after_what_took_it_back_shortens_nothing() {
        LocalDate today = BusinessTime.today(clock);
        hear(true, today.plusDays(90), clock.instant());
        authorizations.fetchDue();
        Instant shortened = clock.instant().plusSeconds(1);
        clock.forward(Duration.ofSeconds(2));

        hear(true, today.plusDays(90), clock.instant());
        hear(true, today.plusDays(7), shortened);
        authorizations.fetchDue();

        assertThat(until()).isEqualTo(today.plusDays(90));
    }

    @ParameterizedTest
    @CsvSource({"12, true", "12, false", "3, true", "3, false"})
    void who_withdraws_and_consents_anew_has_their_data_whichever_is_heard_first(int months, boolean inOrder) {
        LocalDate today = BusinessTime.today(clock);
        hear(true, today.plusMonths(6), clock.instant());
        authorizations.fetchDue();
        Instant withdrawn = clock.instant().plusSeconds(1);
        clock.forward(Duration.ofSeconds(2));
        Runnable anew = () -> hear(true, today.plusMonths(months), clock.instant());
        Runnable withdrawal = () -> hear(false, withdrawn);

        (inOrder ? withdrawal : anew).run();
        (inOrder ? anew : withdrawal).run();
        authorizations.fetchDue();

        assertThat(source()).isEqualTo("TAX");
        assertThat(until()).isEqualTo(today.plusMonths(months));
        assertThat(due()).isNull();
    }

    private LocalDate until() {
        return LocalDate.parse(profile().path("taxAuthorization").path("until").asString());
    }

    private void hear(boolean granted, Instant at) {
        hear(granted, null, at);
    }

    private void hear(boolean granted, @Nullable LocalDate validUntil, Instant at) {
        hear(authorizations, enterprise, granted, validUntil, at);
    }

    private void hear(
            TaxAuthorizations by, UUID enterprise, boolean granted, @Nullable LocalDate validUntil, Instant at) {
        transaction.executeWithoutResult(status -> by.consentChanged(new ConsentChanged(
                enterprise,
                ConsentCategory.TAX,
                ReceiverKind.PLATFORM,
                null,
                granted,
                validUntil,
                false,
                person.id(),
                person.name(),
                at)));
    }

    private void hearOfAConsent() {
        hear(true, BusinessTime.today(clock).plusMonths(12), clock.instant());
    }

    @Test
    void a_consent_that_is_given_with_a_claim_or_in_the_consent_centre_brings_its_data_by_itself() {
        LocalDate lastDay = BusinessTime.today(clock).plusMonths(6);
        hear(true, lastDay, clock.instant());
        assertThat(due()).isEqualTo("FETCHING");
        assertThat(granted()).isFalse();

        authorizations.fetchDue();

        assertThat(source()).isEqualTo("TAX");
        assertThat(granted()).isTrue();
        assertThat(due()).isNull();
        assertThat(until()).isEqualTo(lastDay);
        verify(consents, never()).set(any(), any(), any());
        assertThat(jdbc.sql("select granted_by, purpose from tax_authorization where enterprise_id = ?")
                        .param(enterprise)
                        .query()
                        .singleRow())
                .containsEntry("granted_by", person.id())
                .containsEntry("purpose", "政策与贷款产品匹配");
        assertThat(jdbc.sql("""
                        select data -> 'actor' ->> 'name' from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?""")
                        .param(enterprise.toString())
                        .query(String.class)
                        .list())
                .containsExactly(person.name());
    }

    @Test
    void what_is_known_already_makes_nothing_due() {
        Instant before = clock.instant();
        authorize(true).expectStatus().isOk();
        hear(true, BusinessTime.today(clock).plusMonths(12), before);
        hearOfAConsent();
        assertThat(due()).isNull();
        clock.forward(Duration.ofSeconds(1));
        hear(false, clock.instant());

        hear(true, BusinessTime.today(clock).plusMonths(12), before);
        assertThat(due()).as("a consent that was withdrawn since").isNull();

        clock.forward(Duration.ofSeconds(1));
        hear(true, BusinessTime.today(clock).minusDays(1), clock.instant());
        assertThat(due()).as("a consent that is over").isNull();

        hear(
                new TaxAuthorizations(
                        store, Optional.empty(), taxConsents, dues, audit, inside, jdbc, transaction, clock),
                enterprise,
                true,
                null,
                clock.instant());
        assertThat(due()).as("without anybody who has tax data").isNull();
    }

    @Test
    void a_consent_that_is_withdrawn_before_its_data_is_fetched_brings_none() {
        TaxData source = mock();
        hearOfAConsent();
        clock.forward(Duration.ofSeconds(1));
        hear(false, clock.instant());

        with(source).fetchDue();

        verify(source, never()).factsOf(any());
        assertThat(due()).isNull();
        assertThat(granted()).isFalse();
    }

    @Test
    void a_consent_that_is_withdrawn_while_its_data_is_fetched_brings_none() {
        hearOfAConsent();
        clock.forward(Duration.ofSeconds(1));

        with(uscc -> {
                    hear(false, clock.instant());
                    return Map.of("taxPaid12m", 8127.36);
                })
                .fetchDue();

        assertThat(granted()).isFalse();
        assertThat(isKnown()).isFalse();
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void withdrawing_here_what_is_not_fetched_yet_leaves_nothing_due() {
        hearOfAConsent();
        clock.forward(Duration.ofSeconds(1));

        authorizations.withdraw(enterprise, person);

        assertThat(due()).isNull();
    }

    @Test
    void a_source_that_fails_is_asked_again_later_and_the_consent_stays() {
        TaxData failing = mock();
        when(failing.factsOf(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        hearOfAConsent();

        with(failing).fetchDue();
        with(failing).fetchDue();

        verify(failing, times(1)).factsOf(any());
        verify(consents, never()).set(any(), any(), any());
        assertThat(due()).isEqualTo("FETCHING");
        clock.forward(Duration.ofMinutes(2));
        authorizations.fetchDue();
        assertThat(source()).isEqualTo("TAX");
    }

    @Test
    void a_source_that_fails_for_days_is_given_up_until_the_enterprise_asks_itself() {
        TaxData failing = mock();
        when(failing.factsOf(any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));
        Instant consented = clock.instant();
        hear(true, BusinessTime.today(clock).plusMonths(12), consented);
        clock.forward(Duration.ofDays(3).plusMinutes(1));
        with(failing).fetchDue();
        assertThat(due()).isEqualTo("FAILED");
        assertThat(jdbc.sql("select person_name from tax_due")
                        .query(String.class)
                        .list())
                .containsOnlyNulls();

        clock.forward(Duration.ofDays(1));
        hear(true, BusinessTime.today(clock).plusMonths(12), consented);
        authorizations.fetchDue();
        assertThat(due()).isEqualTo("FAILED");

        authorize(true).expectStatus().isOk();
        assertThat(due()).isNull();
        assertThat(source()).isEqualTo("TAX");
    }

    @Test
    void what_was_given_up_is_due_no_more_once_its_consent_is_over() {
        hear(true, BusinessTime.today(clock).plusDays(2), clock.instant());
        clock.forward(Duration.ofDays(3));
        assertThat(due()).isNull();

        authorizations.endExpired();

        assertThat(jdbc.sql("select count(*) from tax_due").query(Long.class).single())
                .isZero();
    }

    @Test
    void of_two_copies_one_fetches_what_is_due() {
        TaxData other = mock();
        hearOfAConsent();

        with(uscc -> {
                    with(other).fetchDue();
                    return Map.of("taxPaid12m", 8127.36);
                })
                .fetchDue();

        verify(other, never()).factsOf(any());
        assertThat(onRecord()).containsExactly("TAX_DATA_AUTHORIZED");
    }

    @Test
    void a_copy_whose_answer_comes_when_another_has_brought_the_data_keeps_nothing() {
        hearOfAConsent();

        with(uscc -> {
                    clock.forward(Duration.ofMinutes(2));
                    authorizations.fetchDue();
                    return Map.of();
                })
                .fetchDue();

        assertThat(source()).isEqualTo("TAX");
        assertThat(onRecord()).containsExactly("TAX_DATA_AUTHORIZED");
    }

    @Test
    void whoever_authorizes_meanwhile_gets_the_data_at_once_and_it_is_not_fetched_again() {
        TaxData other = mock();
        hearOfAConsent();

        with(uscc -> {
                    with(other).fetchDue();
                    return Map.of("taxPaid12m", 8127.36);
                })
                .authorize(enterprise, "政策匹配", person);
        with(other).fetchDue();

        verify(other, never()).factsOf(any());
        assertThat(due()).isNull();
        assertThat(granted()).isTrue();
    }

    @Test
    void what_an_enterprise_of_the_demo_allowed_is_not_fetched_whichever_news_of_it_comes_first() {
        DemoEnterprise holder = DemoFiles.enterprises().stream()
                .filter(one -> one.code() != null)
                .filter(one -> !store.knows(one.id()))
                .findFirst()
                .orElseThrow();
        UUID id = holder.id();
        TaxData source = mock();
        hear(authorizations, id, true, null, clock.instant());
        with(source).fetchDue();

        tell(Published.registered(id, holder.uscc(), true), 1);
        await().until(() -> store.knows(id));
        hear(authorizations, id, true, null, clock.instant());
        with(source).fetchDue();

        verify(source, never()).factsOf(any());
        assertThat(dues.of(id)).isNull();
        assertThat(taxFacts(id)).isNotEmpty();
    }

    @Test
    void a_consent_that_is_shortened_while_its_data_is_fetched_shortens_the_authorization() {
        LocalDate shortened = BusinessTime.today(clock).plusDays(7);

        fetchedWhile(() -> hear(true, shortened, clock.instant())).authorize(enterprise, "政策匹配", person);
        assertThat(until()).as("of data that was not here before").isEqualTo(shortened);
        assertThat(due()).isNull();

        LocalDate shorter = BusinessTime.today(clock).plusDays(3);
        clock.forward(Duration.ofDays(1));
        fetchedWhile(() -> hear(true, shorter, clock.instant())).authorize(enterprise, "政策匹配", person);
        assertThat(until()).as("of data that was here").isEqualTo(shorter);
        assertThat(due()).isNull();
    }

    @Test
    void a_consent_that_is_extended_while_its_data_is_fetched_extends_the_authorization() {
        LocalDate today = BusinessTime.today(clock);
        when(consents.set(any(), any(), any()))
                .thenReturn(new ConsentState(true, clock.instant(), null, today.plusDays(90), false));
        with(uscc -> Map.of("taxPaid12m", 8127.36)).authorize(enterprise, "政策匹配", person);
        clock.forward(Duration.ofDays(1));

        fetchedWhile(() -> hear(true, today.plusDays(300), clock.instant())).authorize(enterprise, "政策匹配", person);
        authorizations.fetchDue();

        assertThat(until()).isEqualTo(today.plusDays(300));
    }

    @Test
    void whoever_authorizes_again_gets_another_year_though_the_end_of_the_consent_was_moved_since_it_was_granted() {
        Instant consented = clock.instant();
        clock.forward(Duration.ofSeconds(1));
        LocalDate end = BusinessTime.today(clock).plusMonths(30);
        hear(true, end, clock.instant());
        authorizations.fetchDue();
        clock.forward(Duration.ofDays(330));
        when(consents.set(any(), any(), any())).thenReturn(new ConsentState(true, consented, null, end, false));

        authorize(true).expectStatus().isOk();

        assertThat(until()).isEqualTo(BusinessTime.today(clock).plusMonths(12));
    }

    private TaxAuthorizations fetchedWhile(Runnable meanwhile) {
        return with(uscc -> {
            clock.forward(Duration.ofSeconds(1));
            meanwhile.run();
            return Map.of("taxPaid12m", 8127.36);
        });
    }

    @Test
    void what_has_ended_is_looked_for_each_hour_so_that_a_night_without_the_service_costs_no_day(
            @Autowired ScheduledTaskHolder scheduled) {
        LocalDateTime morning = LocalDateTime.of(2026, 11, 30, 8, 30);
        assertThat(scheduled.getScheduledTasks().stream()
                        .map(ScheduledTask::getTask)
                        .filter(CronTask.class::isInstance)
                        .map(CronTask.class::cast)
                        .filter(task -> Objects.requireNonNull(CronExpression.parse(task.getExpression())
                                        .next(morning))
                                .isBefore(morning.plusHours(1)))
                        .map(CronTask::toString))
                .anyMatch(task -> task.endsWith("TaxAuthorizations.endExpired"))
                .anyMatch(task -> task.endsWith("TaxDataInResults.sweep"));
    }

    private @Nullable String due() {
        JsonNode due = profile().path("taxAuthorization").get("due");
        return due == null ? null : due.asString();
    }

    @Test
    void who_does_not_agree_is_asked_to() {
        authorize(false)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("请先同意授权");
    }

    private List<String> onRecord() {
        return jdbc.sql("""
                        select data ->> 'action' from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? order by seq""").param(enterprise.toString()).query(String.class).list();
    }

    private RestTestClient.ResponseSpec authorize(boolean agreed) {
        return client.as(owner)
                .post()
                .uri("/api/match/my/tax-authorization")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("agreed", agreed, "purpose", "政策匹配"))
                .exchange();
    }

    private boolean granted() {
        return profile().path("taxAuthorization").path("granted").asBoolean();
    }

    private boolean isKnown() {
        return fact(profile()).has("value");
    }

    private String source() {
        return fact(profile()).path("source").asString();
    }

    private JsonNode profile() {
        JsonNode profile = client.as(owner)
                .get()
                .uri("/api/match/my/profile")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(profile).isNotNull();
        return profile;
    }

    private static JsonNode fact(JsonNode profile) {
        return fact(profile, "taxPaid12m");
    }

    private static JsonNode fact(JsonNode profile, String name) {
        return profile.path("groups")
                .valueStream()
                .flatMap(group -> group.path("facts").valueStream())
                .filter(fact -> fact.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
