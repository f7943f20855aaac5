package cn.zhengqi.policy.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PolicyTextMapper {

    @Select("select text from policy_text where edition_id = #{editionId}")
    Optional<String> text(UUID editionId);

    @Insert("insert into policy_text (edition_id, text, search_text) values (#{editionId}, #{text}, #{searchText})")
    void insert(UUID editionId, String text, String searchText);

    @Update("update policy_text set search_text = null where edition_id = #{editionId}")
    void searchNoMore(UUID editionId);
}
