package de.qapix.data.store;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/**
 * Sends the values of a column as an array of texts, which the server makes values of. The driver
 * sends such arrays in binary form, so that nothing has to be escaped and unescaped.
 */
final class TextArray implements Binding<Object, Object[]> {

  private static final long serialVersionUID = 1L;

  private final DataType<?> element;

  /**
   * @param element type of the column
   */
  TextArray(DataType<?> element) {
    this.element = element;
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof JSONB json ? json.data() : value.toString();
  }

  @Override
  public Converter<Object, Object[]> converter() {
    return Converter.from(Object.class, Object[].class, Object[].class::cast);
  }

  @Override
  public void sql(BindingSQLContext<Object[]> context) {
    context
        .render()
        .visit(
            DSL.raw(
                "cast(cast(? as text[]) as "
                    + element.getCastTypeName(context.configuration())
                    + "[])"));
  }

  @Override
  public void set(BindingSetStatementContext<Object[]> context) throws SQLException {
    String[] texts = Arrays.stream(context.value()).map(TextArray::text).toArray(String[]::new);
    context
        .statement()
        .setArray(
            context.index(), context.statement().getConnection().createArrayOf("text", texts));
  }

  @Override
  public void register(BindingRegisterContext<Object[]> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("arrays only go in");
  }

  @Override
  public void set(BindingSetSQLOutputContext<Object[]> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("arrays only go in");
  }

  @Override
  public void get(BindingGetResultSetContext<Object[]> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("arrays only go in");
  }

  @Override
  public void get(BindingGetStatementContext<Object[]> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("arrays only go in");
  }

  @Override
  public void get(BindingGetSQLInputContext<Object[]> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("arrays only go in");
  }
}
