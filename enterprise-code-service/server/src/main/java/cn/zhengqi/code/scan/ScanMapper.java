package cn.zhengqi.code.scan;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ScanMapper {

    @Insert("""
            insert into scan (id, code_id, enterprise_id, enterprise_name, uscc, at, scanner_id, scanner_name,
              institution_id, institution_name, source, kind, place, shown_categories)
            values (#{id}, #{codeId}, #{enterpriseId}, #{enterpriseName}, #{uscc}, #{at}, #{scannerId}, #{scannerName},
              #{institutionId}, #{institutionName}, #{source}, #{kind}, #{place}, #{shownCategories})""")
    void insert(Scan scan);

    @Select("select count(*) from scan where enterprise_id = #{enterpriseId}")
    long countOfEnterprise(UUID enterpriseId);

    @Select("""
            select * from scan where enterprise_id = #{enterpriseId}
            order by at desc, id limit #{limit} offset #{offset}""")
    List<Scan> ofEnterprise(
            @Param("enterpriseId") UUID enterpriseId, @Param("limit") int limit, @Param("offset") long offset);

    @Select("select count(*) from scan where scanner_id = #{scannerId}")
    long countOfScanner(UUID scannerId);

    @Select("""
            select * from scan where scanner_id = #{scannerId}
            order by at desc, id limit #{limit} offset #{offset}""")
    List<Scan> ofScanner(@Param("scannerId") UUID scannerId, @Param("limit") int limit, @Param("offset") long offset);
}
