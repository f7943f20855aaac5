package cn.zhengqi.auth;

import cn.zhengqi.auth.wechat.simulator.SimulatedOfficialAccount;
import cn.zhengqi.auth.wechat.simulator.SubscriptionTemplate;
import cn.zhengqi.auth.wechat.simulator.WeChatSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** The simulator of WeChat's API on a port of its own, once for all tests. */
public final class WeChatServer {

    public static final String APP_ID = "wx-of-the-test";
    public static final String SECRET = "wechat-secret-of-the-test";
    public static final String SUBSCRIPTION = "subscription-of-the-test";
    public static final String TOKEN = "token-of-the-test";
    public static final String AES_KEY = "a".repeat(42) + "A";
    public static final String DOMAIN = "platform.test";

    private static final Pattern STATE = Pattern.compile("[&?]state=([^&#]+)");
    private static final Pattern SCOPE = Pattern.compile("[&?]scope=([^&#]+)");

    private static final WeChatServer THE_ONE = new WeChatServer();

    private final SimulatedOfficialAccount account =
            new SimulatedOfficialAccount(APP_ID, SECRET, DOMAIN, Clock.systemUTC());
    private final Tomcat tomcat = new Tomcat();

    private WeChatServer() {
        account.choose(new SubscriptionTemplate(SUBSCRIPTION, Set.of("thing1", "time2")));
        try {
            tomcat.setBaseDir(Files.createTempDirectory("wechat").toString());
            tomcat.setPort(0);
            Context context = tomcat.addContext("", null);
            Tomcat.addServlet(context, "wechat", new WeChatSimulator(account));
            context.addServletMappingDecoded("/*", "wechat");
            tomcat.getConnector();
            tomcat.start();
        } catch (LifecycleException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static WeChatServer get() {
        return THE_ONE;
    }

    public SimulatedOfficialAccount account() {
        return account;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** What WeChat does when somebody's browser is sent to it: where it goes next. */
    public String agrees(String nickname, String sentTo) {
        return "/api/auth/sign-in/wechat/callback?code=" + account.authorize(nickname, found(SCOPE, sentTo)) + "&state="
                + found(STATE, sentTo);
    }

    public static String scopeOf(String sentTo) {
        return found(SCOPE, sentTo);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
