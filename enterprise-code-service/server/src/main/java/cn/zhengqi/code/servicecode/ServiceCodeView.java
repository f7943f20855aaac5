package cn.zhengqi.code.servicecode;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code of a service or a venue as staff see it.
 *
 * @param path what the printed code leads to, below the address of the platform
 * @param visits since it was made
 * @param recentVisits of the last 30 days
 * @param visitors how many enterprises came
 */
record ServiceCodeView(
        UUID id,
        String path,
        ServiceCode.Kind kind,
        String name,
        @Nullable String place,
        @Nullable String intro,
        List<OfferView> offers,
        ServiceCode.Status status,
        OffsetDateTime createdAt,
        String createdByName,
        long visits,
        long recentVisits,
        long visitors,
        @Nullable OffsetDateTime lastVisitAt,
        int version) {

    /** @param words how it is named to whoever scans the code */
    record OfferView(
            OfferedService service,
            @Nullable UUID itemId,
            @Nullable String title,
            String words) {

        static List<OfferView> of(Offers offers) {
            return offers.list().stream()
                    .map(offer -> new OfferView(offer.service(), offer.itemId(), offer.title(), offer.words()))
                    .toList();
        }
    }

    static ServiceCodeView of(ServiceCode code, VisitCounts.@Nullable Visits visits) {
        Instant lastAt = visits == null ? null : visits.lastAt();
        return new ServiceCodeView(
                code.getId(),
                "/m/s/" + code.getToken(),
                code.getKind(),
                code.getName(),
                code.getPlace(),
                code.getIntro(),
                OfferView.of(code.getOffers()),
                code.getStatus(),
                BusinessTime.at(code.getCreatedAt()),
                code.getCreatedByName(),
                visits == null ? 0 : visits.total(),
                visits == null ? 0 : visits.lately(),
                visits == null ? 0 : visits.enterprises(),
                lastAt == null ? null : BusinessTime.at(lastAt),
                code.getVersion());
    }
}
