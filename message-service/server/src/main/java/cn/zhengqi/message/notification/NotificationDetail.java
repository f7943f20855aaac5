package cn.zhengqi.message.notification;

import cn.zhengqi.message.audience.Circles;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.push.PushChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a notification.
 *
 * @param enterprises names of the enterprises that the audience names
 * @param tags by which the audience is chosen, as they were called then
 * @param heldUp its time has come, but who has the tags or is of the size cannot be asked: it goes out once that is known
 * @param mine whether the reader had a hand in it, and so does not approve it
 * @param progress by way and result; nothing before it is being sent
 */
public record NotificationDetail(
        NotificationView notification,
        String body,
        @Nullable String link,
        Conditions audience,
        List<Circles.Named> enterprises,
        List<ChosenTags.ChosenTag> tags,
        boolean heldUp,
        boolean mine,
        List<Tally> progress) {

    /** How many by one way came to one result. */
    public record Tally(PushChannel channel, DeliveryResult result, long count) {}
}
