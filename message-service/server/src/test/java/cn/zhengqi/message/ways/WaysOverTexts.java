package cn.zhengqi.message.ways;

import static org.mockito.Mockito.mock;

import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.sms.TextNotices;
import cn.zhengqi.message.wechat.WeChatNotices;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways of a message over what brings the text messages of a test: those of the service have nobody who does. */
public class WaysOverTexts {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Preferences preferences;

    @Autowired
    private WaysSettings settings;

    @Autowired
    private TakenBack takenBack;

    /** As an operator does who accepts that it may come twice. */
    public static void sendInDoubt(OuterWays ways, UUID message) {
        ways.resend(message, true);
    }

    public OuterWays of(TextNotices texts, TextMessages phones) {
        OuterNotices notices = new OuterNotices(jdbc, Clock.systemUTC());
        return new OuterWays(
                notices,
                new NextWay(notices, preferences, mock(WeChatNotices.class), texts, phones),
                preferences,
                settings,
                takenBack);
    }
}
