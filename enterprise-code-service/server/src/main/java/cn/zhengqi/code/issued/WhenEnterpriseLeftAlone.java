package cn.zhengqi.code.issued;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.user.api.EnterpriseLeftAlone;
import org.springframework.stereotype.Component;

/** A code that nobody can show, hand over or give up ends, so that the enterprise may claim anew. */
@Component
class WhenEnterpriseLeftAlone implements EventHandler<EnterpriseLeftAlone> {

    private final Codes codes;

    WhenEnterpriseLeftAlone(Codes codes) {
        this.codes = codes;
    }

    @Override
    public Class<EnterpriseLeftAlone> type() {
        return EnterpriseLeftAlone.class;
    }

    @Override
    public void handle(EnterpriseLeftAlone alone, EventMetadata meta) {
        codes.endWithItsPeople(alone.enterpriseId(), alone.at());
    }
}
