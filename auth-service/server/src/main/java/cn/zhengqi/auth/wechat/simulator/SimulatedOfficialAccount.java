package cn.zhengqi.auth.wechat.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What WeChat knows of one official account: its codes, tokens, ticket, followers and the messages it was asked to send. In memory: after a restart
 * tokens of before are unknown (40001), as they are at WeChat after a change of the secret.
 */
public final class SimulatedOfficialAccount {

    static final Duration CODE_LIFE = Duration.ofMinutes(5);
    static final Duration TOKEN_LIFE = Duration.ofHours(2);

    private static final int KEPT = 100;

    private final String appId;
    private final String secret;
    private final String domain;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private final Map<String, Grant> codes = new LinkedHashMap<>();
    private final Map<String, Grant> personal = new LinkedHashMap<>();
    private final Map<String, Instant> tokens = new LinkedHashMap<>();
    private final Map<String, Instant> tickets = new LinkedHashMap<>();
    private final Map<String, String> nicknames = new LinkedHashMap<>();
    private final List<Sent> messages = new ArrayList<>();
    private final Map<String, SubscriptionTemplate> subscriptionTemplates = new LinkedHashMap<>();
    /** By template and person: how many messages they have agreed to that were not sent. */
    private final Map<String, Integer> agreed = new HashMap<>();

    private Consumer<String> toldTo = event -> {};
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable String stable;

    /** @param domain 网页授权域名 and JS接口安全域名, with its port where it has one */
    public SimulatedOfficialAccount(String appId, String secret, String domain, Clock clock) {
        this.appId = appId;
        this.secret = secret;
        this.domain = domain;
        this.clock = clock;
    }

    /** WeChat's answer to what it does not do. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int number;

        Refused(int number, String text) {
            super(text);
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** What a code, and then a token, of somebody says. */
    private record Grant(String openid, String scope, Instant until, boolean used) {}

    record PersonalToken(String token, String openid, String scope) {}

    record Person(String openid, String nickname) {}

    /** A template message, or one that somebody agreed to, that nobody received. */
    public record Sent(Instant at, String openid, String template, String url, JsonNode data) {}

    /** Whom it tells, in XML, what people decide about subscription messages (服务器配置). */
    public synchronized void tells(Consumer<String> listener) {
        toldTo = listener;
    }

    /** Chooses a template of subscription messages for the account. */
    public synchronized void choose(SubscriptionTemplate template) {
        subscriptionTemplates.put(template.id(), template);
    }

    /** Somebody is asked by a page whether they want one more message, and says so; who always refuses is not asked any more. */
    public void answer(String nickname, String template, boolean yes) {
        String openid = openidOf(nickname);
        Consumer<String> listener;
        synchronized (this) {
            if (!subscriptionTemplates.containsKey(template)) {
                throw new Refused(40037, "invalid template_id");
            }
            nicknames.put(openid, nickname);
            if (yes) {
                agreed.merge(template + openid, 1, Integer::sum);
            }
            listener = toldTo;
        }
        listener.accept(event(openid, "subscribe_msg_popup_event", "SubscribeMsgPopupEvent", """
                <TemplateId><![CDATA[%s]]></TemplateId><SubscribeStatusString><![CDATA[%s]]></SubscribeStatusString><PopupScene>1</PopupScene>""".formatted(
                        template, yes ? "accept" : "reject")));
    }

    /** Somebody refuses all messages of the template in WeChat's own settings. */
    public void refuse(String nickname, String template) {
        String openid = openidOf(nickname);
        Consumer<String> listener;
        synchronized (this) {
            agreed.remove(template + openid);
            listener = toldTo;
        }
        listener.accept(
                event(openid, "subscribe_msg_change_event", "SubscribeMsgChangeEvent", """
                <TemplateId><![CDATA[%s]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString>""".formatted(template)));
    }

    private String event(String openid, String name, String element, String content) {
        return """
                <xml><ToUserName><![CDATA[gh_simulated]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName><CreateTime>%d</CreateTime>\
                <MsgType><![CDATA[event]]></MsgType><Event><![CDATA[%s]]></Event><%s><List>%s</List></%s></xml>""".formatted(openid, clock.instant().getEpochSecond(), name, element, content, element);
    }

    /** One message for one agreement. */
    void sendOnce(String token, JsonNode message) {
        String openid = message.path("touser").asString("");
        String id = message.path("template_id").asString("");
        Consumer<String> listener;
        synchronized (this) {
            checkToken(token);
            if (!nicknames.containsKey(openid)) {
                throw new Refused(40003, "invalid openid");
            }
            SubscriptionTemplate template = subscriptionTemplates.get(id);
            if (template == null) {
                throw new Refused(40037, "invalid template_id");
            }
            String fault = template.fault(message.path("data"));
            if (fault != null) {
                throw new Refused(47003, "argument invalid! data." + fault + ".value invalid");
            }
            if (agreed.getOrDefault(id + openid, 0) == 0) {
                throw new Refused(43101, "user refuse to accept the msg");
            }
            agreed.merge(id + openid, -1, Integer::sum);
            keep(new Sent(clock.instant(), openid, id, message.path("page").asString(""), message.path("data")));
            listener = toldTo;
        }
        listener.accept(event(openid, "subscribe_msg_sent_event", "SubscribeMsgSentEvent", """
                <TemplateId><![CDATA[%s]]></TemplateId><MsgID>1</MsgID><ErrorCode>0</ErrorCode><ErrorStatus><![CDATA[success]]></ErrorStatus>""".formatted(id)));
    }

    private String openidOf(String nickname) {
        return "o" + hash("SHA-256", appId + nickname).substring(0, 27);
    }

    /** The checks of the page to which a browser is sent. */
    void checkAuthorization(String askedAppId, String redirectHost, String scope) {
        if (!askedAppId.equals(appId)) {
            throw new Refused(10013, "appid 参数错误");
        }
        if (!redirectHost.equals(domain)) {
            throw new Refused(10003, "redirect_uri域名与后台配置不一致");
        }
        if (!scope.equals("snsapi_base") && !scope.equals("snsapi_userinfo")) {
            throw new Refused(10005, "Scope 参数错误或没有 Scope 权限");
        }
    }

    /** The same nickname is the same person. */
    public synchronized String authorize(String nickname, String scope) {
        String openid = openidOf(nickname);
        nicknames.put(openid, nickname);
        String code = secretText();
        codes.put(code, new Grant(openid, scope, clock.instant().plus(CODE_LIFE), false));
        return code;
    }

    synchronized PersonalToken exchange(String askedAppId, String askedSecret, String code) {
        checkCredentials(askedAppId, askedSecret);
        Grant grant = codes.get(code);
        if (grant == null) {
            throw new Refused(40029, "invalid code");
        }
        if (grant.used()) {
            throw new Refused(40163, "code been used");
        }
        if (!clock.instant().isBefore(grant.until())) {
            throw new Refused(42003, "code expired");
        }
        codes.put(code, new Grant(grant.openid(), grant.scope(), grant.until(), true));
        String token = secretText();
        personal.put(
                token, new Grant(grant.openid(), grant.scope(), clock.instant().plus(TOKEN_LIFE), false));
        return new PersonalToken(token, grant.openid(), grant.scope());
    }

    synchronized Person personBy(String token, String openid) {
        Grant grant = personal.get(token);
        if (grant == null) {
            throw new Refused(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (!clock.instant().isBefore(grant.until())) {
            throw new Refused(42001, "access_token expired");
        }
        if (!grant.openid().equals(openid)) {
            throw new Refused(40003, "invalid openid");
        }
        if (!grant.scope().equals("snsapi_userinfo")) {
            throw new Refused(48001, "api unauthorized");
        }
        return new Person(openid, nicknames.getOrDefault(openid, ""));
    }

    /** Of the account itself. The one of before is void. */
    synchronized String token(String askedAppId, String askedSecret) {
        checkCredentials(askedAppId, askedSecret);
        asked.incrementAndGet();
        tokens.clear();
        String token = secretText();
        tokens.put(token, clock.instant().plus(TOKEN_LIFE));
        stable = token;
        return token;
    }

    /** The one of before, while it lives, unless another is demanded. */
    synchronized String stableToken(String askedAppId, String askedSecret, boolean another) {
        checkCredentials(askedAppId, askedSecret);
        Instant until = stable == null ? null : tokens.get(stable);
        if (!another && stable != null && until != null && clock.instant().isBefore(until)) {
            asked.incrementAndGet();
            return stable;
        }
        return token(askedAppId, askedSecret);
    }

    synchronized String ticket(String token, String type) {
        checkToken(token);
        if (!type.equals("jsapi")) {
            throw new Refused(40097, "invalid args");
        }
        asked.incrementAndGet();
        String ticket = secretText();
        tickets.put(ticket, clock.instant().plus(TOKEN_LIFE));
        return ticket;
    }

    /** What WeChat's app does when a page calls {@code wx.config}. */
    synchronized boolean acceptsPage(String askedAppId, String timestamp, String nonce, String signature, String url) {
        String host = url.replaceFirst("^https?://", "").replaceFirst("[/?].*", "");
        return askedAppId.equals(appId)
                && host.equals(domain)
                && tickets.entrySet().stream()
                        .filter(ticket -> clock.instant().isBefore(ticket.getValue()))
                        .anyMatch(ticket -> pageSignature(ticket.getKey(), nonce, timestamp, url)
                                .equals(signature));
    }

    static String pageSignature(String ticket, String nonce, String timestamp, String url) {
        return hash(
                "SHA-1", "jsapi_ticket=" + ticket + "&noncestr=" + nonce + "&timestamp=" + timestamp + "&url=" + url);
    }

    synchronized long send(String token, JsonNode message) {
        checkToken(token);
        String openid = message.path("touser").asString("");
        if (!nicknames.containsKey(openid)) {
            throw new Refused(40003, "invalid openid");
        }
        String template = message.path("template_id").asString("");
        if (template.isBlank()) {
            throw new Refused(40037, "invalid template_id");
        }
        keep(new Sent(clock.instant(), openid, template, message.path("url").asString(""), message.path("data")));
        return random.nextLong(1, Long.MAX_VALUE);
    }

    private void keep(Sent message) {
        if (messages.size() == KEPT) {
            messages.removeFirst();
        }
        messages.add(message);
    }

    /** Newest first. */
    public synchronized List<Sent> messages() {
        return messages.reversed();
    }

    /** How often a token or ticket of the account was fetched. */
    public int fetches() {
        return asked.get();
    }

    /** As WeChat does when the secret is changed. */
    public synchronized void forgetTokens() {
        tokens.clear();
        stable = null;
    }

    private void checkCredentials(String askedAppId, String askedSecret) {
        if (!askedAppId.equals(appId)) {
            throw new Refused(40013, "invalid appid");
        }
        if (!askedSecret.equals(secret)) {
            throw new Refused(40125, "invalid appsecret");
        }
    }

    private void checkToken(String token) {
        Instant until = tokens.get(token);
        if (token.isEmpty()) {
            throw new Refused(41001, "access_token missing");
        }
        if (until == null) {
            throw new Refused(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (!clock.instant().isBefore(until)) {
            throw new Refused(42001, "access_token expired");
        }
    }

    private String secretText() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
