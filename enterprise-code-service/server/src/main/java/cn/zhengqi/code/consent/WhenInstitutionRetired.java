package cn.zhengqi.code.consent;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.user.api.InstitutionRetired;
import org.springframework.stereotype.Component;

/** Whom a consent is given to may take part no more; whether what was allowed then is taken back, the enterprise says. */
@Component
class WhenInstitutionRetired implements EventHandler<InstitutionRetired> {

    private final ConsentMapper consents;

    WhenInstitutionRetired(ConsentMapper consents) {
        this.consents = consents;
    }

    @Override
    public Class<InstitutionRetired> type() {
        return InstitutionRetired.class;
    }

    @Override
    public void handle(InstitutionRetired retired, EventMetadata meta) {
        consents.receiverLeft(retired.institutionId(), retired.at());
    }
}
