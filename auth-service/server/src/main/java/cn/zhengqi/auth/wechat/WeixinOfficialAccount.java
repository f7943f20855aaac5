package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import me.chanjar.weixin.common.bean.WxJsapiSignature;
import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxMpErrorMsgEnum;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.redis.RedissonWxRedisOps;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.subscribe.WxMpSubscribeMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpRedisConfigImpl;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.apache.http.conn.ConnectTimeoutException;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WeChat's API, spoken by weixin-java-mp. Its access token and the ticket of the JSSDK lie in Redis for all copies of this service; whoever finds one
 * near its end fetches the next under a lock, and the others wait for it.
 */
final class WeixinOfficialAccount implements OfficialAccount, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WeixinOfficialAccount.class);

    /** WeChat's own names: invalid code, code used, code too old. */
    private static final Set<Integer> CODE_IS_WORTH_NOTHING = Set.of(40029, 40163, 42003, 41008);

    /** Invalid openid, invalid template, person does not follow, person refuses messages, template and data do not fit. */
    private static final Set<Integer> NEVER_TAKEN = Set.of(40003, 40037, 43004, 43101, 47003);

    /** The person has agreed to no message, or to none more. */
    private static final String NO_SUBSCRIPTION_LEFT = "43101";

    /** Invalid openid, template, page, subscription messages banned, template and data do not fit. */
    private static final Set<Integer> NEVER_TAKEN_ONCE = Set.of(40003, 40037, 41030, 43107, 47003);

    /** Of a field of the kind "thing". */
    private static final int TITLE_LENGTH = 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final WeChatProperties settings;
    private final RedissonClient redis;
    private final WxMpService weixin;

    WeixinOfficialAccount(WeChatProperties settings, RedissonClient redis) {
        this.settings = settings;
        this.redis = redis;
        WxMpRedisConfigImpl storage = new WxMpRedisConfigImpl(new RedissonWxRedisOps(redis), "zq:wechat");
        storage.setAppId(settings.appId());
        storage.setSecret(settings.secret());
        storage.useStableAccessToken(true);
        storage.setHostConfig(WxMpHostConfig.builder()
                .apiHost(settings.apiUrl())
                .openHost(settings.openUrl())
                .build());
        this.weixin = new WxMpServiceImpl();
        weixin.setWxMpConfigStorage(storage);
        weixin.setMaxRetryTimes(1);
        weixin.setRetrySleepMillis(200);
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public URI recognition(String returnTo, Depth depth, String state) {
        return URI.create(weixin.getOAuth2Service()
                .buildAuthorizationUrl(settings.publicUrl().resolve(returnTo).toString(), depth.scope(), state));
    }

    @Override
    public WeChatUser userBy(String code, Depth depth) {
        return asked("sign-in", () -> {
            WxOAuth2AccessToken token = weixin.getOAuth2Service().getAccessToken(code);
            String nickname = depth == Depth.WITH_NAME
                    ? weixin.getOAuth2Service().getUserInfo(token, "zh_CN").getNickname()
                    : null;
            return new WeChatUser(token.getOpenId(), nickname);
        });
    }

    @Override
    public PageSignature sign(URI page) {
        URI site = settings.publicUrl();
        if (!Objects.equals(page.getScheme(), site.getScheme())
                || !Objects.equals(page.getRawAuthority(), site.getRawAuthority())) {
            throw new ProblemException(AuthProblem.WECHAT_FOREIGN_PAGE);
        }
        String withoutFragment = page.toString().replaceFirst("#.*", "");
        WxJsapiSignature made = asked("JSSDK", () -> weixin.createJsapiSignature(withoutFragment));
        return new PageSignature(
                made.getAppId(), made.getTimestamp(), made.getNonceStr(), made.getSignature(), settings.scriptUrl());
    }

    @Override
    public Answer notify(String openid, Note note) {
        WeChatProperties.Notice template = settings.notice();
        if (template == null || template.templateId().isBlank()) {
            return Answer.of(Answer.How.NOBODY);
        }
        String link = note.link() == null ? "/messages" : note.link();
        WxMpTemplateMessage message = WxMpTemplateMessage.builder()
                .toUser(openid)
                .templateId(template.templateId())
                .url(settings.publicUrl().resolve("/m" + link).toString())
                .clientMsgId(note.id().toString())
                .data(List.of(
                        new WxMpTemplateData(template.titleField(), shortened(note.title())),
                        new WxMpTemplateData(template.timeField(), TIME.format(BusinessTime.at(note.at())))))
                .build();
        try {
            return Answer.taken(weixin.getTemplateMsgService().sendTemplateMsg(message));
        } catch (WxErrorException failure) {
            return failed("message", failure, NEVER_TAKEN);
        } catch (RuntimeException failure) {
            // Whatever it is: WeChat may have had the message when it happened.
            return unanswered("message", failure);
        }
    }

    @Override
    public Optional<String> subscriptionTemplate() {
        return Optional.ofNullable(settings.subscription())
                .map(WeChatProperties.Subscription::templateId)
                .filter(id -> !id.isBlank());
    }

    /** Not by the library's own method: that expects a msgid, which WeChat's documents do not promise. */
    @Override
    public Answer notifyOnce(String openid, Note note) {
        WeChatProperties.Subscription template = Objects.requireNonNull(settings.subscription());
        String link = note.link() == null ? "/messages" : note.link();
        WxMpSubscribeMessage message = WxMpSubscribeMessage.builder()
                .toUser(openid)
                .templateId(template.templateId())
                .page(settings.publicUrl().resolve("/m" + link).toString())
                .dataMap(Map.of(
                        template.titleField(), shortened(note.title()),
                        template.timeField(), TIME.format(BusinessTime.at(note.at()))))
                .build();
        try {
            weixin.post(WxMpApiUrl.SubscribeMsg.SEND_SUBSCRIBE_MESSAGE_URL, message.toJson());
            return Answer.taken(null);
        } catch (WxErrorException failure) {
            Answer answer = failed("subscription message", failure, NEVER_TAKEN_ONCE);
            return NO_SUBSCRIPTION_LEFT.equals(answer.code())
                    ? new Answer(Answer.How.NONE_LEFT, answer.code(), answer.words())
                    : answer;
        } catch (RuntimeException failure) {
            return unanswered("subscription message", failure);
        }
    }

    /** Its number, and what the library says that this means: what WeChat says itself can repeat addresses with secrets in them. */
    private static Answer failed(String what, WxErrorException failure, Set<Integer> forGood) {
        // The library tells a broken line by the same exception as an answer of WeChat.
        Throwable broken = failure.getCause();
        if (broken != null && !(broken instanceof WxErrorException)) {
            return unanswered(what, broken);
        }
        int number = failure.getError().getErrorCode();
        LOG.warn("WeChat refused ({}): {}", what, number);
        return new Answer(
                forGood.contains(number) ? Answer.How.REFUSED : Answer.How.LATER,
                Integer.toString(number),
                WxMpErrorMsgEnum.findMsgByCode(number));
    }

    private static Answer unanswered(String what, Throwable failure) {
        LOG.warn("WeChat does not answer ({}): {}", what, failure.getClass().getSimpleName());
        return Answer.of(neverLeft(failure) ? Answer.How.LATER : Answer.How.UNCERTAIN);
    }

    /** Without a connection nothing was sent. */
    private static boolean neverLeft(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String title) {
        return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH - 1) + "…";
    }

    @Override
    public void close() {
        redis.shutdown();
    }

    private interface Question<T> {
        T ask() throws WxErrorException;
    }

    /** What WeChat says of a failure goes to the log by its number: its texts repeat addresses with secrets in them. */
    private static <T> T asked(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (WxErrorException refused) {
            int number = refused.getError().getErrorCode();
            LOG.warn("WeChat refused ({}): {}", what, number);
            throw new ProblemException(
                    CODE_IS_WORTH_NOTHING.contains(number)
                            ? AuthProblem.WECHAT_EXPIRED
                            : AuthProblem.WECHAT_UNAVAILABLE);
        } catch (WxRuntimeException unreachable) {
            throw unavailable(what, unreachable);
        }
    }

    private static ProblemException unavailable(String what, WxRuntimeException unreachable) {
        LOG.warn("WeChat does not answer ({}): {}", what, unreachable.getClass().getSimpleName());
        return new ProblemException(
                AuthProblem.WECHAT_UNAVAILABLE,
                AuthProblem.WECHAT_UNAVAILABLE.title(),
                List.of(),
                Map.of(),
                unreachable);
    }
}
