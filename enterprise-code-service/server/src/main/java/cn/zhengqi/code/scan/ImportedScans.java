package cn.zhengqi.code.scan;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.api.CodeScanned;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over scans that were made elsewhere. */
@Component
public class ImportedScans {

    private final ScanMapper mapper;
    private final Outbox outbox;

    ImportedScans(ScanMapper mapper, Outbox outbox) {
        this.mapper = mapper;
        this.outbox = outbox;
    }

    @Transactional
    public void add(
            Code code,
            Actor scanner,
            String institutionName,
            ScanSource source,
            String place,
            List<ConsentCategory> shown,
            Instant at) {
        Scan scan = new Scan(
                Ids.next(),
                code.getId(),
                code.getEnterpriseId(),
                code.getEnterpriseName(),
                code.getUscc(),
                at,
                scanner.id(),
                scanner.name(),
                null,
                institutionName,
                source,
                source == ScanSource.TYPED ? "STATIC" : "DYNAMIC",
                place,
                shown.stream().map(Enum::name).toList());
        mapper.insert(scan);
        outbox.publish(
                new CodeScanned(
                        scan.id(), scan.enterpriseId(), scan.scannerId(), scan.scannerName(), institutionName, at),
                0,
                at);
    }
}
