package cn.zhengqi.user.register;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.data.Scoped;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface EnterpriseMapper extends EntityMapper<Enterprise> {

    /** By the town in which it lies. */
    Scoped<Enterprise> SCOPED = Scoped.byTown(Enterprise::getTownCode);

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    default Optional<Enterprise> findWithin(UUID id, DataScope scope) {
        return Optional.ofNullable(
                selectOne(SCOPED.within(scope, new LambdaQueryWrapper<Enterprise>().eq(Enterprise::getId, id))));
    }

    /**
     * Writes {@link cn.zhengqi.user.api.RegisterEntryChanged} for each entry that is not as it was told last. The outbox is the log from which others rebuild, so it is what
     * the entries are held against.
     *
     * @return how many
     */
    @Insert("""
            with told as (
              select distinct on (subject) subject, data -> 'entry' as entry from outbox
              where type = 'user.RegisterEntryChanged' order by subject, seq desc
            ), said as (
              select e.id, jsonb_build_object('id', e.id, 'uscc', e.uscc, 'name', e.name, 'entityType', e.entity_type,
                'legalRep', e.legal_rep, 'registeredCapital', e.registered_capital, 'establishedOn', e.established_on,
                'industryCode', e.industry_code, 'industryName', i.name, 'townCode', e.town_code, 'townName', t.name,
                'regionCode', e.region_code, 'address', e.address, 'status', e.status, 'demo', e.demo,
                'shareholders', e.details -> 'shareholders', 'investments', e.details -> 'investments',
                'assets', e.details -> 'assets', 'judicial', e.details -> 'judicial') as entry
              from enterprise e join industry i on i.code = e.industry_code join town t on t.code = e.town_code
            ), changed as (
              update enterprise e set version = e.version + 1
              from said left join told on told.subject = said.id
              where said.id = e.id and said.entry is distinct from told.entry
              returning e.id, e.version, said.entry
            )
            insert into outbox (id, type, subject, version, occurred_at, data)
            select uuidv7(), 'user.RegisterEntryChanged', id, version, now(), jsonb_build_object('entry', entry)
            from changed""")
    int tellWhatChanged();
}
