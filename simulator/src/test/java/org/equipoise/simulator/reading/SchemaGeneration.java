package org.equipoise.simulator.reading;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.scenario.Default;
import org.equipoise.simulator.scenario.Doc;
import org.equipoise.simulator.scenario.Inline;
import org.equipoise.simulator.scenario.Range;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of the scenario language from its records and their annotations. */
final class SchemaGeneration {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SchemaGeneration() {}

    /** The schema of scenarios as it stands in {@code configs/schema}. */
    static String text() {
        return text(Scenario.class, "scenario");
    }

    /** The schema of sweep files as it stands in {@code configs/schema}. */
    static String ofSweeps() {
        return text(SweepFile.class, "sweep");
    }

    private static String text(Class<?> root, String name) {
        ObjectNode generated = generator().generateSchema(root);
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$schema", generated.remove("$schema"));
        schema.put("$id", "urn:equipoise:schema:" + name);
        schema.put("title", "Equipoise " + name);
        var definitions = generated.remove("$defs");
        schema.setAll(generated);
        schema.set("$defs", definitions);
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.INLINE_NULLABLE_SCHEMAS)
                .with(Option.NULLABLE_ARRAY_ITEMS_ALLOWED)
                .with(Option.SCHEMA_VERSION_INDICATOR);
        builder.forTypesInGeneral()
                .withPropertySorter(Comparator.comparing(property -> 0))
                .withDescriptionResolver(scope -> description(scope.getType().getErasedType()))
                .withDefinitionNamingStrategy(new ReadableNames())
                .withCustomDefinitionProvider(SchemaGeneration::definition);
        builder.forFields()
                .withRequiredCheck(SchemaGeneration::isRequired)
                .withNullableCheck(SchemaGeneration::isNullableItem)
                .withDescriptionResolver(SchemaGeneration::description)
                .withDefaultResolver(SchemaGeneration::byDefault)
                .withNumberInclusiveMinimumResolver(field -> bound(field, Range::atLeast))
                .withNumberInclusiveMaximumResolver(field -> bound(field, Range::atMost))
                .withNumberExclusiveMinimumResolver(field -> bound(field, Range::above))
                .withNumberExclusiveMaximumResolver(field -> bound(field, Range::below));
        return new SchemaGenerator(builder.build());
    }

    /** What the generator cannot know: names as keys, alternatives, bare values, and constants as files spell them. */
    private static @Nullable CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        if (raw.isEnum()) {
            ArrayNode constants = JSON.createArrayNode();
            Arrays.stream(raw.getEnumConstants())
                    .map(c -> Spelling.of((Enum<?>) c))
                    .forEach(constants::add);
            return inline(JSON.createObjectNode().put("type", "string").set("enum", constants));
        }
        if (raw == Node.class) {
            return inline(JSON.createObjectNode());
        }
        if (raw == Map.class) {
            ObjectNode values =
                    context.createDefinitionReference(type.getTypeParameters().get(1));
            return inline(JSON.createObjectNode().put("type", "object").set("additionalProperties", values));
        }
        if (raw.isSealed()) {
            ArrayNode alternatives = JSON.createArrayNode();
            for (Class<?> permitted : raw.getPermittedSubclasses()) {
                alternatives.add(
                        permitted.isAnnotationPresent(Inline.class)
                                ? bare(permitted, context)
                                : context.createDefinitionReference(
                                        context.getTypeContext().resolve(permitted)));
            }
            ObjectNode alternative = JSON.createObjectNode().put("description", description(raw));
            return new CustomDefinition(
                    alternative.set("anyOf", alternatives),
                    CustomDefinition.DefinitionType.STANDARD,
                    CustomDefinition.AttributeInclusion.NO);
        }
        return null;
    }

    private static ObjectNode bare(Class<?> inline, SchemaGenerationContext context) {
        RecordComponent only = inline.getRecordComponents()[0];
        ObjectNode schema =
                context.createStandardDefinition(context.getTypeContext().resolve(only.getGenericType()), null);
        Range range = only.getAnnotation(Range.class);
        if (range != null) {
            put(schema, "minimum", range.atLeast());
            put(schema, "exclusiveMinimum", range.above());
            put(schema, "maximum", range.atMost());
            put(schema, "exclusiveMaximum", range.below());
        }
        return schema;
    }

    private static void put(ObjectNode schema, String keyword, double bound) {
        BigDecimal value = finite(bound);
        if (value != null) {
            schema.put(keyword, value);
        }
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
    }

    private static @Nullable String description(Class<?> type) {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? null : doc.value();
    }

    private static @Nullable String description(FieldScope field) {
        Doc doc = field.isFakeContainerItemScope() ? null : annotation(field, Doc.class);
        return doc == null ? null : doc.value();
    }

    private static boolean isRequired(FieldScope field) {
        RecordComponent component = component(field);
        return component.getAnnotation(Default.class) == null
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullableItem(FieldScope field) {
        return field.isFakeContainerItemScope()
                && component(field).getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    /** Defaults that are a value; what an empty block means stands in the schema of the block. */
    private static @Nullable Object byDefault(FieldScope field) {
        Default value = field.isFakeContainerItemScope() ? null : annotation(field, Default.class);
        if (value == null || value.value().startsWith("{")) {
            return null;
        }
        Class<?> type = component(field).getType();
        if (type == boolean.class) {
            return Boolean.valueOf(value.value());
        }
        if (type == List.class) {
            return null;
        }
        return type.isPrimitive() ? new BigDecimal(value.value()) : value.value();
    }

    private static @Nullable BigDecimal bound(FieldScope field, ToDoubleFunction<Range> side) {
        // Of a list of lists neither has a bound that is its own.
        boolean holdsItems = field.getType().getErasedType() == List.class;
        Range range = annotation(field, Range.class);
        return holdsItems || range == null ? null : finite(side.applyAsDouble(range));
    }

    private static @Nullable BigDecimal finite(double bound) {
        if (Double.isInfinite(bound)) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(bound).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static <A extends Annotation> @Nullable A annotation(FieldScope field, Class<A> type) {
        return component(field).getAnnotation(type);
    }

    private static RecordComponent component(FieldScope field) {
        Class<?> owner = field.getRawMember().getDeclaringClass();
        return Arrays.stream(owner.getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .findFirst()
                .orElseThrow();
    }

    /** {@code EventModel.Cure}, {@code Arm}. */
    private static final class ReadableNames extends DefaultSchemaDefinitionNamingStrategy {
        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            Class<?> type = key.getType().getErasedType();
            Class<?> outer = type.getEnclosingClass();
            return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
        }
    }
}
