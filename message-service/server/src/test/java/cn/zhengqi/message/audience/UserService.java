package cn.zhengqi.message.audience;

import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.kernel.permission.ScopedResource;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** user-service as a stub that says who may do something: nobody, until a test says otherwise. It can be away. The same stub is auth-service, asked for notes to WeChat, and matching-service, asked for tags. */
public final class UserService implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NOTES = "/internal/wechat/notes";
    private static final String ONCE = "/internal/wechat/subscription-notes";
    private static final String BOUND = "/internal/wechat/bound";
    private static final Set<UUID> BOUND_ACCOUNTS = ConcurrentHashMap.newKeySet();
    private static final String PATH = "/internal/principals";
    private static final String ROLES = "/internal/principals/roles";
    private static final String HOLDERS = "/internal/principals/holders";
    private static final String STAFF = "/internal/principals/staff";
    private static final String REACH = "/internal/reach";
    private static final String TAGS = "/internal/tags/named";
    private static final String TAGGED = "/internal/tags/holders";
    private static final String APPLICANTS = "/internal/applicants";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
            SERVER.stubFor(WireMock.post("/oauth2/token")
                    .willReturn(
                            WireMock.okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
            SERVER.stubFor(WireMock.post(NOTES).atPriority(9).willReturn(WireMock.okJson("{\"outcome\":\"NOBODY\"}")));
            SERVER.stubFor(WireMock.post(BOUND).atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(question().atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(WireMock.get(ROLES).willReturn(WireMock.okJson("""
                    [{"code":"OPERATOR","name":"运营人员","holders":["OPERATOR"]},
                     {"code":"BANK_MANAGER","name":"银行负责人","holders":["BANK"]}]""")));
            SERVER.stubFor(holders().atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(
                    WireMock.get(WireMock.urlPathEqualTo(STAFF)).atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(WireMock.post(TAGS).atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(WireMock.post(TAGGED).atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(WireMock.post(APPLICANTS).atPriority(9).willReturn(WireMock.okJson("[]")));
            SERVER.stubFor(
                    WireMock.post(REACH).atPriority(9).willReturn(WireMock.okJson("{\"weChat\":1,\"phone\":2}")));
        }
        TestPropertyValues.of(
                        "spring.cloud.openfeign.client.config.internal-principals.url=" + SERVER.baseUrl(),
                        "spring.cloud.openfeign.client.config.internal-wechat.url=" + SERVER.baseUrl(),
                        "spring.cloud.openfeign.client.config.internal-reach.url=" + SERVER.baseUrl(),
                        "spring.cloud.openfeign.client.config.internal-tags.url=" + SERVER.baseUrl(),
                        "spring.cloud.openfeign.client.config.internal-applicants.url=" + SERVER.baseUrl(),
                        "zhengqi.message.notification.approval-above=3",
                        "zhengqi.message.wechat.kinds=FINANCE",
                        "zhengqi.message.policy-topics.after=0s",
                        "zhengqi.message.ways.quiet-from=00:00",
                        "zhengqi.message.ways.quiet-to=00:00",
                        "zhengqi.auth.token-uri=" + SERVER.baseUrl() + "/oauth2/token",
                        "zhengqi.service-secret=of-the-test")
                .applyTo(context);
    }

    /** These may do it at this institution. */
    public static void lets(UUID institution, String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.equalTo(institution.toString()))
                .withQueryParam("permission", WireMock.equalTo(permission))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** These may do it at this institution or at one above it. */
    public static void letsThereAndAbove(UUID institution, String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.equalTo(institution.toString()))
                .withQueryParam("permission", WireMock.equalTo(permission))
                .withQueryParam("above", WireMock.equalTo("true"))
                .atPriority(4)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** This one may do it at a branch of the institution. */
    public static void letsBelow(UUID institution, String permission, UUID account) {
        SERVER.stubFor(WireMock.get(WireMock.urlPathEqualTo(STAFF))
                .withQueryParam("institutionId", WireMock.equalTo(institution.toString()))
                .withQueryParam("permission", WireMock.equalTo(permission))
                .atPriority(5)
                .willReturn(WireMock.okJson("""
                        [{"accountId":"%s","name":"林支行","institutionId":"%s","institutionName":"测试支行"}]""".formatted(account, UUID.randomUUID()))));
    }

    /** These have the role, {@code OPERATOR} or {@code BANK_MANAGER}, at this institution; null: at the operating one. */
    public static void hasRole(@Nullable UUID institution, String role, UUID... accounts) {
        SERVER.stubFor(holders()
                .withQueryParam(
                        "institutionId",
                        institution == null ? WireMock.absent() : WireMock.equalTo(institution.toString()))
                .withQueryParam("role", WireMock.equalTo(role))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** Until the answer is closed nobody says who has which role. */
    public static Away saysNotWhoHasARole() {
        StubMapping away = SERVER.stubFor(holders().atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** How often it was asked who has the role at this institution. */
    public static int questionsAboutRolesOf(UUID institution) {
        return SERVER.findAll(WireMock.getRequestedFor(WireMock.urlPathEqualTo(HOLDERS))
                        .withQueryParam("institutionId", WireMock.equalTo(institution.toString())))
                .size();
    }

    /** These may do it somewhere. */
    public static void letsAnywhere(String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.absent())
                .withQueryParam("permission", WireMock.equalTo(permission))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** Of those who may do it somewhere these do not operate the platform. */
    public static void letsOthersAnywhere(String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.absent())
                .withQueryParam("permission", WireMock.equalTo(permission))
                .withQueryParam("withoutOperators", WireMock.equalTo("true"))
                .atPriority(3)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** These may do it with records of the resource that lie in this town. */
    public static void letsIn(String town, ScopedResource resource, String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.absent())
                .withQueryParam("permission", WireMock.equalTo(permission))
                .withQueryParam("resource", WireMock.equalTo(resource.name()))
                .withQueryParam("townCode", WireMock.equalTo(town))
                .atPriority(4)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** Of those who may do it there these do not operate the platform. */
    public static void letsOthersIn(String town, ScopedResource resource, String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.absent())
                .withQueryParam("permission", WireMock.equalTo(permission))
                .withQueryParam("resource", WireMock.equalTo(resource.name()))
                .withQueryParam("townCode", WireMock.equalTo(town))
                .withQueryParam("withoutOperators", WireMock.equalTo("true"))
                .atPriority(3)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** These may do it with all records of the resource, wherever they lie. */
    public static void letsWherever(ScopedResource resource, String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.absent())
                .withQueryParam("permission", WireMock.equalTo(permission))
                .withQueryParam("resource", WireMock.equalTo(resource.name()))
                .withQueryParam("townCode", WireMock.absent())
                .atPriority(4)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** What becomes of notes to the WeChat of this person, one after the other, the last for ever; a status instead of an outcome: auth-service answers that. After the outcome can follow the number of WeChat's answer. */
    public static void weChatAnswers(UUID account, String... answers) {
        hasBoundWeChat(account);
        String scenario = "notes of " + account;
        for (int i = 0; i < answers.length; i++) {
            boolean last = i == answers.length - 1;
            SERVER.stubFor(WireMock.post(NOTES)
                    .withRequestBody(WireMock.matchingJsonPath("$.accountId", WireMock.equalTo(account.toString())))
                    .inScenario(scenario)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willSetStateTo(last ? (i == 0 ? Scenario.STARTED : "answer " + i) : "answer " + (i + 1))
                    .atPriority(5)
                    .willReturn(
                            answers[i].matches("[0-9]+")
                                    ? WireMock.status(Integer.parseInt(answers[i]))
                                    : WireMock.okJson(answer(answers[i]))));
        }
    }

    private static String answer(String outcome) {
        String[] parts = outcome.split(" ");
        return parts.length == 1
                ? "{\"outcome\":\"%s\"}".formatted(outcome)
                : "{\"outcome\":\"%s\",\"code\":\"%s\",\"words\":\"需要接收者关注\"}".formatted(parts[0], parts[1]);
    }

    /** What becomes of subscription messages to this person. */
    public static void subscriptionAnswers(UUID account, String outcome) {
        hasBoundWeChat(account);
        SERVER.stubFor(WireMock.post(ONCE)
                .withRequestBody(WireMock.matchingJsonPath("$.accountId", WireMock.equalTo(account.toString())))
                .atPriority(5)
                .willReturn(WireMock.okJson("{\"outcome\":\"%s\"}".formatted(outcome))));
    }

    public static List<String> subscriptionNotesTo(UUID account) {
        return SERVER.findAll(WireMock.postRequestedFor(WireMock.urlPathEqualTo(ONCE))).stream()
                .map(LoggedRequest::getBodyAsString)
                .filter(body -> body.contains(account.toString()))
                .toList();
    }

    private static void hasBoundWeChat(UUID account) {
        BOUND_ACCOUNTS.add(account);
        SERVER.stubFor(WireMock.post(BOUND)
                .atPriority(5)
                .willReturn(WireMock.okJson(json(BOUND_ACCOUNTS.toArray(UUID[]::new)))));
    }

    /** How often it was asked whether this person has bound WeChat. */
    public static int questionsWhetherBound(UUID account) {
        return SERVER.findAll(WireMock.postRequestedFor(WireMock.urlPathEqualTo(BOUND))
                        .withRequestBody(WireMock.containing(account.toString())))
                .size();
    }

    /** Until the answer is closed nobody says who has bound WeChat. */
    public static Away saysNotWhoIsBound() {
        StubMapping away = SERVER.stubFor(WireMock.post(BOUND).atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** Until the answer is closed nobody says who can be reached by which way. */
    public static Away saysNotWhoIsReached() {
        StubMapping away = SERVER.stubFor(WireMock.post(REACH).atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** There is this tag in the library. */
    public static void hasTag(UUID tag, String name, boolean retired) {
        SERVER.stubFor(WireMock.post(TAGS)
                .withRequestBody(WireMock.containing(tag.toString()))
                .atPriority(5)
                .willReturn(WireMock.okJson(
                        "[{\"id\":\"%s\",\"name\":\"%s\",\"retired\":%s}]".formatted(tag, name, retired))));
    }

    /** Who is asked about this tag, or this size, says that these have it. */
    public static void saysWhoHas(Object tagOrSize, UUID... enterprises) {
        SERVER.stubFor(WireMock.post(TAGGED)
                .withRequestBody(WireMock.containing("\"" + tagOrSize + "\""))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(enterprises))));
    }

    /** Who is asked who stands so to this bank says that these do. */
    public static void saysWhoApplied(UUID bank, ApplicantStanding standing, UUID... enterprises) {
        SERVER.stubFor(WireMock.post(APPLICANTS)
                .withRequestBody(WireMock.containing("\"" + bank + "\""))
                .withRequestBody(WireMock.containing("\"" + standing + "\""))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(enterprises))));
    }

    /** Until the answer is closed nobody says who applied. */
    public static Away saysNotWhoApplied() {
        StubMapping away =
                SERVER.stubFor(WireMock.post(APPLICANTS).atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** About whom it was asked whether they have it, as it was asked. */
    public static List<String> questionsAboutTag(UUID tag) {
        return SERVER
                .findAll(WireMock.postRequestedFor(WireMock.urlPathEqualTo(TAGGED))
                        .withRequestBody(WireMock.containing(tag.toString())))
                .stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** Until the answer is closed nobody says who has a tag. */
    public static Away saysNotWhoHasATag() {
        StubMapping away =
                SERVER.stubFor(WireMock.post(TAGGED).atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** What went to the WeChat of this person, as it was asked for. */
    public static List<String> notesTo(UUID account) {
        return SERVER
                .findAll(WireMock.postRequestedFor(WireMock.urlPathEqualTo(NOTES))
                        .withRequestBody(
                                WireMock.matchingJsonPath("$.accountId", WireMock.equalTo(account.toString()))))
                .stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** Until the answer is closed. */
    public static Away isAway() {
        StubMapping away = SERVER.stubFor(question().atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** While it lasts no question is answered. */
    @FunctionalInterface
    public interface Away extends AutoCloseable {
        @Override
        void close();
    }

    /** How often it was asked who may do something at this institution. */
    public static int questionsAbout(UUID institution) {
        return SERVER.findAll(WireMock.getRequestedFor(WireMock.urlPathEqualTo(PATH))
                        .withQueryParam("institutionId", WireMock.equalTo(institution.toString())))
                .size();
    }

    private static MappingBuilder holders() {
        return WireMock.get(WireMock.urlPathEqualTo(HOLDERS));
    }

    private static MappingBuilder question() {
        return WireMock.get(WireMock.urlPathEqualTo(PATH));
    }

    private static String json(UUID... accounts) {
        return Stream.of(accounts).map(it -> "\"" + it + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
