package cn.zhengqi.message.settings;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.Offers;
import cn.zhengqi.message.template.Offers.Offer;
import cn.zhengqi.message.ways.Choice;
import cn.zhengqi.message.ways.Preferences;
import cn.zhengqi.message.ways.Quiet;
import cn.zhengqi.message.ways.Terms;
import cn.zhengqi.message.ways.WaysSettings;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people choose of how they are told. From the primary, because they look right after they changed something. */
@Service
@Transactional
class MySettings {

    private static final String NOTIFICATIONS = "平台通知";

    private final Offers offers;
    private final Preferences preferences;
    private final TextMessages texts;
    private final WaysSettings district;
    private final Clock clock;

    MySettings(Offers offers, Preferences preferences, TextMessages texts, WaysSettings district, Clock clock) {
        this.offers = offers;
        this.preferences = preferences;
        this.texts = texts;
        this.district = district;
        this.clock = clock;
    }

    MySettingsView of(UUID account, UserType type) {
        Preferences.Said said = preferences.of(account);
        Map<String, List<MySettingsView.Kind>> groups = new LinkedHashMap<>();
        for (Offer offer : offers(type)) {
            groups.computeIfAbsent(label(offer), group -> new ArrayList<>())
                    .add(kind(offer, said.choices().getOrDefault(offer.terms().code(), Choice.AS_OFFERED)));
        }
        return new MySettingsView(
                said.quiet().mode(),
                text(said.quiet().from()),
                text(said.quiet().to()),
                district.quietFrom().toString(),
                district.quietTo().toString(),
                district.digestAt().toString(),
                groups.entrySet().stream()
                        .map(it -> new MySettingsView.Group(it.getKey(), it.getValue()))
                        .toList(),
                said.version());
    }

    /** @throws ProblemException VALIDATION_FAILED, WAYS_FIXED for what cannot be declined, VERSION_CONFLICT */
    MySettingsView change(UUID account, UserType type, MySettingsChange change) {
        Map<String, Offer> known = new HashMap<>();
        offers(type).forEach(it -> known.put(it.terms().code(), it));
        // What is not shown any more, for now or to this type of person, stays as it was said.
        Map<String, Choice> choices = new HashMap<>(preferences.of(account).choices());
        choices.keySet().removeAll(known.keySet());
        change.choices().forEach(chosen -> choices.put(chosen.code(), choice(known.get(chosen.code()), chosen)));
        preferences.say(
                account,
                change.version(),
                quiet(change),
                choices,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return of(account, type);
    }

    private static Choice choice(@Nullable Offer offer, MySettingsChange.Chosen chosen) {
        if (offer == null) {
            throw ProblemException.validation("choices", "UNKNOWN", "没有这种消息：" + chosen.code());
        }
        Set<PushChannel> declined = EnumSet.noneOf(PushChannel.class);
        declined.addAll(chosen.declined());
        if (declined.contains(PushChannel.IN_SITE)) {
            throw ProblemException.validation("choices", "IN_SITE", "站内信始终接收，不能关闭");
        }
        if (offer.terms().fixed() && !declined.isEmpty()) {
            throw new ProblemException(MessageProblem.WAYS_FIXED, "“" + offer.name() + "”的接收方式不能关闭。" + offer.because());
        }
        if (chosen.digest() && !offer.terms().digestible()) {
            throw ProblemException.validation("choices", "NOT_DIGESTIBLE", "“" + offer.name() + "”须及时通知，不能每日汇总");
        }
        return new Choice(declined, chosen.digest());
    }

    private static Quiet quiet(MySettingsChange change) {
        if (change.quiet() != Quiet.Mode.OWN) {
            return new Quiet(change.quiet(), null, null);
        }
        if (change.quietFrom() == null || change.quietTo() == null) {
            throw ProblemException.validation("quietFrom", "REQUIRED", "请填写免打扰的起止时间");
        }
        if (change.quietFrom().equals(change.quietTo())) {
            throw ProblemException.validation("quietTo", "SAME", "结束时间不能与开始时间相同");
        }
        return new Quiet(Quiet.Mode.OWN, LocalTime.parse(change.quietFrom()), LocalTime.parse(change.quietTo()));
    }

    /** What operators write stands behind what the platform tells of events. */
    private List<Offer> offers(UserType type) {
        List<Offer> all = new ArrayList<>(offers.to(type));
        all.add(new Offer(
                null,
                "运营管理人员发送的通知",
                EnumSet.of(PushChannel.WECHAT, PushChannel.SMS),
                new Terms(Terms.NOTIFICATIONS, false, false, false),
                null));
        return all;
    }

    private static String label(Offer offer) {
        NoticeGroup group = offer.group();
        return group == null ? NOTIFICATIONS : group.label();
    }

    private MySettingsView.Kind kind(Offer offer, Choice choice) {
        return new MySettingsView.Kind(
                offer.terms().code(),
                offer.name(),
                offer.ways().stream()
                        .filter(way -> way != PushChannel.SMS || texts.bringNotifications())
                        .sorted()
                        .toList(),
                choice.declined().stream().sorted().toList(),
                offer.terms().fixed(),
                offer.because(),
                offer.terms().digestible(),
                choice.digest());
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
