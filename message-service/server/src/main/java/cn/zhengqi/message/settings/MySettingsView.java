package cn.zhengqi.message.settings;

import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.ways.Quiet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told, with all that there is to choose.
 *
 * @param districtQuietFrom the quiet hours of who has not said otherwise; the same as their end: there are none
 * @param digestAt time of day at which the digest goes out
 * @param version to be sent with the next change
 */
record MySettingsView(
        Quiet.Mode quiet,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        String districtQuietFrom,
        String districtQuietTo,
        String digestAt,
        List<Group> groups,
        int version) {

    record Group(String label, List<Kind> kinds) {}

    /**
     * One kind of message. In the inbox it lies always.
     *
     * @param offered ways besides the inbox by which it goes
     * @param declined ways by which the person does not want it, whether they are offered now or not
     * @param fixed none of its ways can be declined
     * @param because why it cannot be switched off; absent: the platform may
     * @param digestible whether it may be told once a day
     */
    record Kind(
            String code,
            String name,
            List<PushChannel> offered,
            List<PushChannel> declined,
            boolean fixed,
            @Nullable String because,
            boolean digestible,
            boolean digest) {}
}
