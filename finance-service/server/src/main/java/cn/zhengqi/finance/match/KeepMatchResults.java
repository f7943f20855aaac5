package cn.zhengqi.finance.match;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.matching.api.MatchCompleted;
import org.springframework.stereotype.Component;

@Component
class KeepMatchResults implements EventHandler<MatchCompleted> {

    private final MatchResults results;

    KeepMatchResults(MatchResults results) {
        this.results = results;
    }

    @Override
    public Class<MatchCompleted> type() {
        return MatchCompleted.class;
    }

    @Override
    public void handle(MatchCompleted event, EventMetadata meta) {
        results.keep(event.resultId(), event.enterpriseId(), event.at());
    }
}
