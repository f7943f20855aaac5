package cn.zhengqi.code.servicecode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever scanned the code is offered.
 *
 * @param actsFor name of the enterprise, or of the institution, for which they act there
 */
record OpenedServiceCode(
        ServiceCode.Kind kind,
        String name,
        @Nullable String place,
        @Nullable String intro,
        List<ServiceCodeView.OfferView> offers,
        @Nullable String actsFor) {

    static OpenedServiceCode of(ServiceCode code, @Nullable String actsFor) {
        return new OpenedServiceCode(
                code.getKind(),
                code.getName(),
                code.getPlace(),
                code.getIntro(),
                ServiceCodeView.OfferView.of(code.getOffers()),
                actsFor);
    }
}
