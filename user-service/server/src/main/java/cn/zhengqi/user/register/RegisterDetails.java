package cn.zhengqi.user.register;

import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.Investment;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import java.util.List;

/** What the register tells about an enterprise beyond its main entry; only ever read as a whole. */
public record RegisterDetails(
        List<Shareholder> shareholders,
        List<Investment> investments,
        List<Asset> assets,
        List<JudicialRecord> judicial) {

    public RegisterDetails {
        shareholders = List.copyOf(shareholders);
        investments = List.copyOf(investments);
        assets = List.copyOf(assets);
        judicial = List.copyOf(judicial);
    }
}
