package cn.zhengqi.message.ways;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestWordsTest {

    private static final Instant DAY = Instant.parse("2030-03-05T01:00:00Z");

    private final List<OuterNotice> unread = new ArrayList<>();

    @Test
    void a_text_message_says_how_many_of_each_kind_and_what_is_newest() {
        told(MessageKind.POLICY, "新政策发布", 1);
        told(MessageKind.FINANCE, "云税贷已放款", 3);
        told(MessageKind.FINANCE, "银行已受理", 2);

        assertThat(DigestWords.within(OuterNotice.LONGEST_SMS, unread)).isEqualTo("每日汇总：融资 2、政策 1 条未读：云税贷已放款；银行已受理");
    }

    @Test
    void what_has_no_room_is_cut_where_enough_of_it_is_left_to_be_known_and_left_out_otherwise() {
        told(MessageKind.POLICY, "新政策发布", 1);
        told(MessageKind.FINANCE, "云税贷已放款", 3);
        told(MessageKind.FINANCE, "银行已受理融资申请请留意", 2);

        assertThat(DigestWords.within(OuterNotice.LONGEST_SMS, unread))
                .isEqualTo("每日汇总：融资 2、政策 1 条未读：云税贷已放款；银行已受理融资申…")
                .hasSize(OuterNotice.LONGEST_SMS);
        assertThat(DigestWords.within(OuterNotice.LONGEST_WECHAT, unread))
                .as("WeChat has 20 characters")
                .isEqualTo("每日汇总：融资 2、政策 1 条未读");
    }

    @Test
    void what_came_several_times_is_named_once() {
        told(MessageKind.FINANCE, "银行已受理", 1);
        told(MessageKind.FINANCE, "银行已受理", 2);

        assertThat(DigestWords.within(OuterNotice.LONGEST_SMS, unread)).isEqualTo("每日汇总：融资 2 条未读：银行已受理");
    }

    @Test
    void of_more_kinds_than_there_is_room_for_all_together_are_counted() {
        for (MessageKind kind : MessageKind.values()) {
            IntStream.range(0, 25).forEach(i -> told(kind, "通知" + i, i));
        }
        assertThat(DigestWords.within(OuterNotice.LONGEST_WECHAT, unread)).isEqualTo("每日汇总：100 条未读消息");
        assertThat(DigestWords.within(OuterNotice.LONGEST_SMS, unread)).isEqualTo("每日汇总：企业码 25、融资 25、政策 25、系统 25 条未读");
        for (MessageKind kind : MessageKind.values()) {
            IntStream.range(0, 975).forEach(i -> told(kind, "通知" + i, i));
        }
        assertThat(DigestWords.within(OuterNotice.LONGEST_SMS, unread)).isEqualTo("每日汇总：4000 条未读消息");
    }

    private void told(MessageKind kind, String words, int minutes) {
        unread.add(new OuterNotice(
                Ids.next(),
                Ids.next(),
                kind,
                new Terms("test", false, false, true),
                null,
                null,
                words,
                null,
                DAY.plusSeconds(60L * minutes)));
    }
}
